package org.broadsheet.store;

import java.util.List;
import java.util.function.Function;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.Revision;
import org.broadsheet.model.SafeHtml;

/** What entries said before they were changed. */
public final class RevisionTable {
    private static final String OF = """
            select number, seen_at, title, html from entry_revision where entry_id = :entry order by number""";

    private final Database database;

    public RevisionTable(Database database) {
        this.database = database;
    }

    /**
     * The earlier texts of an entry that are still kept, oldest first.
     *
     * @param stored makes SafeHtml again of what the cleaner had made before it was stored
     */
    public List<Revision> of(EntryId entry, Function<String, SafeHtml> stored) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(OF)
                        .bind("entry", entry.value())
                        .map((rows, context) -> new Revision(
                                rows.getInt("number"),
                                Rows.time(rows, "seen_at"),
                                rows.getString("title"),
                                stored.apply(Bodies.inflate(rows.getBytes("html")))))
                        .list());
    }
}
