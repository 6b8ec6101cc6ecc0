package org.broadsheet.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.ForeignAttributes;
import org.broadsheet.model.HeldSubscription;
import org.broadsheet.model.Holdings;
import org.broadsheet.model.KeptOutline;
import org.broadsheet.model.OtherOutline;
import org.broadsheet.text.FeedAddress;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Subscriptions as lists name them, with what lists say that means nothing here. */
public final class OutlineTable {
    private static final String HELD = """
            select f.id, f.url, f.title as feed_title, f.host, f.site_url, s.title, s.ask_every_s, s.outline
              from subscription s join feed f on f.id = s.feed_id
             where s.account_id = :account
             order by s.id""";

    private static final String PLACES = """
            select s.feed_id, fo.path
              from subscription s join filing fl on fl.subscription_id = s.id join folder fo on fo.id = fl.folder_id
             where s.account_id = :account
             order by s.id, fl.position""";

    private static final String EMPTY_FOLDER = """
            delete from folder
             where account_id = :account and path = :path
               and not exists (select 1 from filing fl where fl.folder_id = folder.id)
               and not exists (select 1 from folder inside where inside.parent_id = folder.id)""";

    private final Database database;

    public OutlineTable(Database database) {
        this.database = database;
    }

    /** All that the account's own list would say. */
    public Holdings holdings(AccountId account) {
        return database.jdbi().withHandle(handle -> holdings(handle, account));
    }

    /** The same as one transaction sees it. */
    public Holdings holdings(Handle handle, AccountId account) {
        return new Holdings(held(handle, account), folders(handle, account), others(handle, account));
    }

    private static List<HeldSubscription> held(Handle handle, AccountId account) {
        Map<FeedId, List<FolderPath>> places = new LinkedHashMap<>();
        handle.createQuery(PLACES)
                .bind("account", account.value())
                .map((rows, context) -> Map.entry(new FeedId(rows.getLong(1)), FolderPath.parse(rows.getString(2))))
                .forEach(place -> places.computeIfAbsent(place.getKey(), feed -> new ArrayList<>())
                        .add(place.getValue()));
        return handle.createQuery(HELD)
                .bind("account", account.value())
                .map((rows, context) -> held(rows, places))
                .list();
    }

    private static HeldSubscription held(ResultSet rows, Map<FeedId, List<FolderPath>> places) throws SQLException {
        FeedId feed = new FeedId(rows.getLong("id"));
        String feedTitle = rows.getString("feed_title");
        String own = rows.getString("title");
        Integer askEvery = Rows.number(rows, "ask_every_s");
        String outline = rows.getString("outline");
        return new HeldSubscription(
                feed,
                rows.getString("url"),
                FeedAddress.withoutCredentials(rows.getString("url")),
                own == null ? Objects.requireNonNullElse(feedTitle, rows.getString("host")) : own,
                own,
                feedTitle,
                rows.getString("site_url"),
                places.getOrDefault(feed, List.of()),
                askEvery == null ? null : Duration.ofSeconds(askEvery),
                outline == null ? KeptOutline.NONE : Json.read(outline, new TypeReference<>() {}));
    }

    /** Keeps what a list said of a feed that the account follows. */
    public void keep(Handle handle, AccountId account, FeedId feed, KeptOutline outline) {
        handle.createUpdate(
                        "update subscription set outline = :outline where account_id = :account and feed_id = :feed")
                .bind("outline", Json.write(outline))
                .bind("account", account.value())
                .bind("feed", feed.value())
                .execute();
    }

    private static Map<FolderPath, ForeignAttributes> folders(Handle handle, AccountId account) {
        Map<FolderPath, ForeignAttributes> folders = new LinkedHashMap<>();
        handle.createQuery(
                        "select path, outline from folder where account_id = :account and outline is not null order by position")
                .bind("account", account.value())
                .map((rows, context) -> Map.<FolderPath, ForeignAttributes>entry(
                        FolderPath.parse(rows.getString(1)),
                        Json.read(rows.getString(2), new TypeReference<ForeignAttributes>() {})))
                .forEach(folder -> folders.put(folder.getKey(), folder.getValue()));
        return folders;
    }

    /** Forgets what lists said of a folder. */
    void forgetFolder(Handle handle, AccountId account, FolderPath path) {
        handle.createUpdate("update folder set outline = null where account_id = :account and path = :path")
                .bind("account", account.value())
                .bind("path", path.toString())
                .execute();
    }

    /** Keeps what a list said of a folder, which is made where it is missing. */
    public void keepFolder(Handle handle, AccountId account, FolderPath path, ForeignAttributes said) {
        long folder = FolderTable.ensure(handle, account, path).id().value();
        handle.createUpdate("update folder set outline = :outline where id = :folder")
                .bind("outline", said.values().isEmpty() ? null : Json.write(said))
                .bind("folder", folder)
                .execute();
    }

    /** Deletes a folder unless something is in it. */
    public void deleteEmptyFolder(Handle handle, AccountId account, FolderPath path) {
        handle.createUpdate(EMPTY_FOLDER)
                .bind("account", account.value())
                .bind("path", path.toString())
                .execute();
    }

    private static List<OtherOutline> others(Handle handle, AccountId account) {
        return handle.createQuery("select folder, outline from other_outline where account_id = :account order by id")
                .bind("account", account.value())
                .map((rows, context) -> new OtherOutline(
                        path(rows.getString(1)), Json.read(rows.getString(2), new TypeReference<>() {})))
                .list();
    }

    private static @Nullable FolderPath path(@Nullable String text) {
        return text == null ? null : FolderPath.parse(text);
    }

    /** Keeps outlines that are neither feed nor folder, each once. */
    public void addOthers(Handle handle, AccountId account, List<OtherOutline> outlines) {
        Set<OtherOutline> fresh = new LinkedHashSet<>(outlines);
        others(handle, account).forEach(fresh::remove);
        for (OtherOutline outline : fresh) {
            FolderPath folder = outline.folder();
            handle.createUpdate("""
                            insert into other_outline (account_id, folder, outline)
                            values (:account, :folder, :outline)""")
                    .bind("account", account.value())
                    .bind("folder", folder == null ? null : folder.toString())
                    .bind("outline", Json.write(outline.tree()))
                    .execute();
        }
    }

    /** Forgets all outlines that are neither feed nor folder. */
    public void forgetOthers(Handle handle, AccountId account) {
        handle.createUpdate("delete from other_outline where account_id = :account")
                .bind("account", account.value())
                .execute();
    }

    /** What the followed list held when it was last dealt with. */
    public Optional<String> followedHash(AccountId account) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select hash from followed_list where account_id = :account")
                        .bind("account", account.value())
                        .mapTo(String.class)
                        .findOne());
    }

    /** Remembers what the followed list holds now that it was dealt with. */
    public void keepFollowedHash(Handle handle, AccountId account, String hash) {
        int there = handle.createUpdate("update followed_list set hash = :hash where account_id = :account")
                .bind("hash", hash)
                .bind("account", account.value())
                .execute();
        if (there == 0) {
            handle.createUpdate("insert into followed_list (account_id, hash) values (:account, :hash)")
                    .bind("account", account.value())
                    .bind("hash", hash)
                    .execute();
        }
    }
}
