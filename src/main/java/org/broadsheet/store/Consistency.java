package org.broadsheet.store;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.model.Finding;
import org.jdbi.v3.core.Handle;

/** Compares tables with their indexes and with each other. Reads everything: takes seconds on a large store. */
public final class Consistency {
    private record Claim(String text, String countOfProblems) {}

    private static final List<Claim> CLAIMS = List.of(
            new Claim(
                    "every entry has its body",
                    "select count(*) from entry e where e.deleted_at is null and not exists (select 1 from entry_body b where b.entry_id = e.id)"),
            new Claim(
                    "every body has its entry",
                    "select count(*) from entry_body b where not exists (select 1 from entry e where e.id = b.entry_id)"),
            new Claim(
                    "every entry has its feed",
                    "select count(*) from entry e where not exists (select 1 from feed f where f.id = e.feed_id)"),
            new Claim("no entry of a feed is stored twice", """
                    select count(*) from (select feed_id, identity_key from entry
                                           group by feed_id, identity_key having count(*) > 1) twice"""),
            new Claim("every feed counts its entries right", """
                    select count(*) from feed f
                     where f.entries <> (select count(*) from entry e where e.feed_id = f.id)"""),
            new Claim(
                    "no change is numbered beyond the counter",
                    "select count(*) from entry where change > (select newest from change_counter)"),
            new Claim("every repetition points to an entry", """
                    select count(*) from entry e where e.duplicate_of is not null
                       and not exists (select 1 from entry p where p.id = e.duplicate_of)"""),
            new Claim("every repetition points to the first of its group", """
                    select count(*) from entry e join entry p on p.id = e.duplicate_of where p.duplicate_of is not null"""));

    /** Table, index and a condition on the index's first column that every row meets, so that H2 walks the index. */
    private static final List<List<String>> INDEXES = List.of(
            List.of("entry", "entry_sorted", "sorted_at < timestamp with time zone '9999-12-31 00:00:00+00'"),
            List.of("entry", "entry_feed_sorted", "feed_id > 0"),
            List.of("entry", "entry_arrived", "feed_id > 0"),
            List.of("entry", "entry_change", "change > 0"),
            List.of("feed", "feed_host", "host >= ''"),
            List.of("poll", "poll_feed", "feed_id > 0"));

    private final Database database;

    public Consistency(Database database) {
        this.database = database;
    }

    /** Makes all comparisons. */
    public List<Finding> check() {
        return database.jdbi().withHandle(handle -> {
            List<Finding> findings = new ArrayList<>();
            CLAIMS.forEach(claim -> findings.add(new Finding(claim.text(), count(handle, claim.countOfProblems()))));
            if (database.isEmbedded()) {
                INDEXES.forEach(index -> findings.add(compare(handle, index.get(0), index.get(1), index.get(2))));
            }
            return findings;
        });
    }

    private static Finding compare(Handle handle, String table, String index, String everyRow) {
        // The sum makes H2 read the rows instead of trusting the count it keeps.
        long byKey =
                count(handle, "select count(*) from (select id, id + 1 as next from " + table + ") r where r.next > 0");
        long byIndex = count(handle, "select count(*) from " + table + " use index (" + index + ") where " + everyRow);
        return new Finding("index " + index + " holds every row of " + table, Math.abs(byKey - byIndex));
    }

    private static long count(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(Long.class).one();
    }
}
