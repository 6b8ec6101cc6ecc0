package org.broadsheet.store;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.Lookalike;
import org.jdbi.v3.core.Handle;

/** The marks by which recent entries are found that a new one may repeat. Used by the {@link Writer}'s thread only. */
public final class MarkTable {
    /** A mark that so many entries have tells nothing. */
    private static final int MOST = 500;

    /** As long as a repetition is likely. */
    private static final Duration KEPT = Duration.ofDays(4);

    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(12);

    private static final String ARRIVED = """
            select entry_id, marks from entry_mark where entry_id > :newest order by entry_id""";

    private static final String FIND = """
            select e.id, e.feed_id, coalesce(e.duplicate_of, e.id) as first_id, e.title, e.sorted_at, e.words
              from entry e
             where e.id = any(:ids) and e.deleted_at is null
             order by e.id""";

    private static final String BODY = "select html from entry_body where entry_id = :entry";

    // The subqueries name columns of the row that is changed: H2 would answer others from memory when the same
    // statement
    // runs twice in one transaction, without looking at what it changed itself.
    private static final String FOLD = """
            update entry set duplicate_of = :first
             where id = :entry and duplicate_of is null
               and not exists (select 1 from entry o where o.id = :first and o.feed_id = entry.feed_id)
               and not exists (select 1 from entry o where o.duplicate_of = :first and o.feed_id = entry.feed_id)""";

    /** Decides what a new entry repeats. */
    public interface Judge {
        /**
         * The first entry of the group that a new one belongs to; empty when it repeats nothing.
         *
         * @param index of the new entry among those that are added
         * @param alike recent entries that have one of its marks, first ones first
         * @param bodyOf the stored body of an entry, which is dear to read
         */
        Optional<EntryId> first(int index, List<Lookalike> alike, Function<EntryId, String> bodyOf);
    }

    private MarkIndex index = new MarkIndex(MOST);
    private long newestIndexed;
    private Instant nextCleaning = Instant.EPOCH;

    /**
     * Folds new entries into what they repeat, and marks them for those to come. What was folded before, or would be the
     * second of its feed in a group, stays as it is.
     *
     * @param marks of each of the entries
     */
    public void fold(Handle handle, List<EntryId> added, List<List<Long>> marks, Judge judge, Instant now) {
        if (added.isEmpty()) {
            return;
        }
        forget(handle, now);
        // Found before the new ones have marks: an entry does not repeat one of its own document.
        catchUp(handle, added.get(0).value());
        Map<Long, List<Lookalike>> alike =
                find(handle, marks.stream().flatMap(List::stream).distinct().toList());
        for (int i = 0; i < added.size(); i++) {
            EntryId entry = added.get(i);
            List<Lookalike> candidates = marks.get(i).stream()
                    .flatMap(mark -> alike.getOrDefault(mark, List.of()).stream())
                    .toList();
            judge.first(i, candidates, other -> body(handle, other))
                    .ifPresent(first -> fold(handle, entry, first, now));
        }
        mark(handle, added, marks, now);
    }

    /**
     * Takes in what was marked since, by whatever node. Ids are change numbers and the change counter is held, so all that
     * came before is committed; where a number comes again, what had it was rolled back.
     */
    private void catchUp(Handle handle, long firstAdded) {
        if (firstAdded <= newestIndexed) {
            index = new MarkIndex(MOST);
            newestIndexed = 0;
        }
        Lookup.of(handle, ARRIVED)
                .bind("newest", newestIndexed)
                .list(rows -> Map.entry(rows.getLong("entry_id"), rows.getBytes("marks")))
                .forEach(arrived -> {
                    newestIndexed = arrived.getKey();
                    LongBuffer its = ByteBuffer.wrap(arrived.getValue()).asLongBuffer();
                    while (its.hasRemaining()) {
                        index.add(its.get(), arrived.getKey());
                    }
                });
    }

    private Map<Long, List<Lookalike>> find(Handle handle, List<Long> marks) {
        Map<Long, List<Long>> marksByEntry = new HashMap<>();
        for (Long mark : marks) {
            for (long entry : index.find(mark)) {
                marksByEntry.computeIfAbsent(entry, id -> new ArrayList<>()).add(mark);
            }
        }
        if (marksByEntry.isEmpty()) {
            return Map.of();
        }
        List<Long> first = marksByEntry.keySet().stream().sorted().limit(MOST).toList();
        Map<Long, List<Lookalike>> alike = new HashMap<>();
        Lookup.of(handle, FIND)
                .bindIds("ids", first)
                .list(MarkTable::lookalike)
                .forEach(entry -> marksByEntry
                        .getOrDefault(entry.id().value(), List.of())
                        .forEach(mark -> alike.computeIfAbsent(mark, any -> new ArrayList<>())
                                .add(entry)));
        return alike;
    }

    private static String body(Handle handle, EntryId entry) {
        return handle.createQuery(BODY)
                .bind("entry", entry.value())
                .map((rows, context) -> Bodies.inflate(rows.getBytes("html")))
                .findOne()
                .orElse("");
    }

    private static void fold(Handle handle, EntryId entry, EntryId first, Instant now) {
        int folded = handle.createUpdate(FOLD)
                .bind("entry", entry.value())
                .bind("first", first.value())
                .execute();
        if (folded > 0) {
            EntryStateTable.repeatRead(handle, List.of(entry.value()), now);
        }
    }

    private static void mark(Handle handle, List<EntryId> entries, List<List<Long>> marks, Instant now) {
        Batch rows =
                Batch.of(handle, "insert into entry_mark (entry_id, seen_at, marks) values (:entry, :now, :marks)");
        for (int i = 0; i < entries.size(); i++) {
            if (!marks.get(i).isEmpty()) {
                rows.bind("entry", entries.get(i).value())
                        .bind("now", now)
                        .bind("marks", bytes(marks.get(i)))
                        .add();
            }
        }
        rows.execute();
    }

    private static byte[] bytes(List<Long> marks) {
        Set<Long> distinct = Set.copyOf(marks);
        ByteBuffer bytes = ByteBuffer.allocate(distinct.size() * Long.BYTES);
        distinct.forEach(bytes::putLong);
        return bytes.array();
    }

    /** Reads the whole table, therefore seldom. */
    private void forget(Handle handle, Instant now) {
        if (!now.isBefore(nextCleaning)) {
            handle.createUpdate("delete from entry_mark where seen_at < :before")
                    .bind("before", now.minus(KEPT))
                    .execute();
            index = new MarkIndex(MOST);
            newestIndexed = 0;
            nextCleaning = now.plus(BETWEEN_CLEANINGS);
        }
    }

    private static Lookalike lookalike(ResultSet rows) throws SQLException {
        return new Lookalike(
                new EntryId(rows.getLong("id")),
                new FeedId(rows.getLong("feed_id")),
                new EntryId(rows.getLong("first_id")),
                rows.getString("title"),
                Rows.time(rows, "sorted_at"),
                rows.getInt("words"));
    }
}
