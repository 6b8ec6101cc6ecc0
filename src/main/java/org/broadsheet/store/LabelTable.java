package org.broadsheet.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.Label;
import org.broadsheet.model.LabelId;
import org.broadsheet.model.LabelSummary;
import org.jdbi.v3.core.Handle;

/** Labels and the entries that have them. */
public final class LabelTable {
    private static final String ALL = """
            select l.id, l.name, l.slug, count(*) as entries
              from label l
              join entry_label el on el.label_id = l.id
              join entry e on e.id = el.entry_id
              join subscription s on s.account_id = l.account_id and s.feed_id = e.feed_id
             where l.account_id = :account and e.deleted_at is null
             group by l.id, l.name, l.slug
             order by lower(l.name), l.id""";

    private static final String OF_ENTRY = """
            select l.id, l.name, l.slug
              from entry_label el join label l on l.id = el.label_id
             where el.entry_id = :entry and l.account_id = :account
             order by lower(l.name), l.id""";

    private static final String ENTRIES = """
            select el.entry_id
              from entry_label el join label l on l.id = el.label_id
             where l.id = :label and l.account_id = :account""";

    private static final String ADD = """
            insert into entry_label (label_id, entry_id)
            select :label, e.id
              from entry e join subscription s on s.feed_id = e.feed_id and s.account_id = :account
             where e.id = :entry and e.deleted_at is null
               and not exists (select 1 from entry_label el where el.label_id = :label and el.entry_id = e.id)""";

    private static final String REMOVE = """
            delete from entry_label
             where label_id = (select l.id from label l where l.id = :label and l.account_id = :account)
               and entry_id = :entry""";

    private static final String FORGET = """
            delete from label
             where id = :label and account_id = :account
               and not exists (select 1 from entry_label el where el.label_id = label.id)""";

    private final Database database;

    public LabelTable(Database database) {
        this.database = database;
    }

    /** Those that entries of the account's feeds have, by name. */
    public List<LabelSummary> all(AccountId account) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(ALL)
                        .bind("account", account.value())
                        .map((rows, context) -> new LabelSummary(label(rows), rows.getLong("entries")))
                        .list());
    }

    /** Those of one entry, by name. */
    public List<Label> of(AccountId account, EntryId entry) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(OF_ENTRY)
                        .bind("account", account.value())
                        .bind("entry", entry.value())
                        .map((rows, context) -> label(rows))
                        .list());
    }

    /** The ids of all entries that have a label. */
    public Set<Long> entries(AccountId account, LabelId label) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(ENTRIES)
                        .bind("account", account.value())
                        .bind("label", label.value())
                        .mapTo(Long.class)
                        .collect(Collectors.toSet()));
    }

    /** Puts a label on an entry; upper and lower case are the same name. */
    public Label add(Handle handle, AccountId account, EntryId entry, String name) {
        List<Label> all = every(handle, account);
        Label label = all.stream()
                .filter(there -> there.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseGet(() -> insert(handle, account, name, all));
        handle.createUpdate(ADD)
                .bind("account", account.value())
                .bind("entry", entry.value())
                .bind("label", label.id().value())
                .execute();
        return label;
    }

    /** Takes a label off an entry, and forgets it when that was the last one; false when the entry did not have it. */
    public boolean remove(Handle handle, AccountId account, EntryId entry, LabelId label) {
        boolean had = handle.createUpdate(REMOVE)
                        .bind("account", account.value())
                        .bind("entry", entry.value())
                        .bind("label", label.value())
                        .execute()
                > 0;
        handle.createUpdate(FORGET)
                .bind("account", account.value())
                .bind("label", label.value())
                .execute();
        return had;
    }

    private static List<Label> every(Handle handle, AccountId account) {
        return handle.createQuery("select id, name, slug from label where account_id = :account")
                .bind("account", account.value())
                .map((rows, context) -> label(rows))
                .list();
    }

    private static Label insert(Handle handle, AccountId account, String name, List<Label> all) {
        String slug = Slugs.free(
                Slugs.of(name, "label"), taken -> all.stream().map(Label::slug).anyMatch(taken::equals));
        long id = handle.createUpdate("insert into label (account_id, name, slug) values (:account, :name, :slug)")
                .bind("account", account.value())
                .bind("name", name)
                .bind("slug", slug)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        return new Label(new LabelId(id), name, slug);
    }

    private static Label label(ResultSet rows) throws SQLException {
        return new Label(new LabelId(rows.getLong("id")), rows.getString("name"), rows.getString("slug"));
    }
}
