package org.broadsheet.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.ReadPlan;
import org.jdbi.v3.core.Handle;

/** Marks of many entries at once, each kept for as long as it can be taken back. */
public final class BulkMarkTable {
    /** How long a bulk mark can be taken back. */
    public static final Duration KEPT = Duration.ofMinutes(10);

    private static final String RAISE = """
            update subscription
               set read_up_to = greatest(read_up_to, cast(:up_to as bigint)), read_mark = :mark
             where account_id = :account and feed_id = any(:feeds)""";

    // One that a later mark has passed over stays as that left it.
    private static final String LOWER = """
            update subscription set read_up_to = :read_up_to, read_mark = :read_mark
             where account_id = :account and feed_id = any(:feeds) and read_mark = :mark""";

    private static final String STILL_MARKED =
            "select entry_id from entry_state where account_id = :account and read_mark = :mark";

    private record Raised(long feed, long readUpTo, long readMark) {
        static Raised parse(String text) {
            long[] numbers =
                    Arrays.stream(text.split(":", 3)).mapToLong(Long::parseLong).toArray();
            return new Raised(numbers[0], numbers[1], numbers[2]);
        }

        @Override
        public String toString() {
            return feed + ":" + readUpTo + ":" + readMark;
        }
    }

    private record Before(long readUpTo, long readMark) {}

    private record Kept(List<Raised> raised, List<Long> entries) {}

    private final Database database;

    public BulkMarkTable(Database database) {
        this.database = database;
    }

    /** Up to which change each feed is read, by the feed's id. */
    public Map<Long, Long> readUpTo(AccountId account) {
        Map<Long, Long> readUpTo = new HashMap<>();
        database.jdbi()
                .useHandle(handle -> handle.createQuery(
                                "select feed_id, read_up_to from subscription where account_id = :account")
                        .bind("account", account.value())
                        .map((rows, context) -> Map.entry(rows.getLong(1), rows.getLong(2)))
                        .forEach(mark -> readUpTo.put(mark.getKey(), mark.getValue())));
        return readUpTo;
    }

    /** Carries a plan out; the number of the mark. */
    public long mark(Handle handle, AccountId account, ReadPlan plan, Instant now) {
        long mark = EntryStateTable.nextMark(handle, account);
        keep(handle, account, mark, plan, now);
        plan.raised()
                .forEach((upTo, feeds) -> handle.createUpdate(RAISE)
                        .bind("account", account.value())
                        .bind("up_to", upTo)
                        .bind("mark", mark)
                        .bindArray("feeds", Long.class, Ids.notEmpty(feeds))
                        .execute());
        EntryStateTable.mark(handle, account, plan.entries(), true, mark, now);
        return mark;
    }

    private static void keep(Handle handle, AccountId account, long mark, ReadPlan plan, Instant now) {
        handle.createUpdate("delete from bulk_mark where made_at < :before")
                .bind("before", now.minus(KEPT))
                .execute();
        handle.createUpdate("""
                        insert into bulk_mark (account_id, mark, made_at, raised, entries)
                        values (:account, :mark, :now, :raised, :entries)""")
                .bind("account", account.value())
                .bind("mark", mark)
                .bind("now", now)
                .bind("raised", text(before(handle, account, plan)))
                .bind("entries", text(plan.entries()))
                .execute();
    }

    private static List<Raised> before(Handle handle, AccountId account, ReadPlan plan) {
        List<Long> feeds = plan.raised().values().stream().flatMap(List::stream).toList();
        return handle.createQuery("""
                        select feed_id, read_up_to, read_mark from subscription
                         where account_id = :account and feed_id = any(:feeds)""")
                .bind("account", account.value())
                .bindArray("feeds", Long.class, Ids.notEmpty(feeds))
                .map((rows, context) -> new Raised(rows.getLong(1), rows.getLong(2), rows.getLong(3)))
                .list();
    }

    /** Takes a mark back, as far as no later one stands over it; false when it is unknown or too long ago. */
    public boolean takeBack(Handle handle, AccountId account, long mark, Instant now) {
        Optional<Kept> kept = handle.createQuery("""
                        select raised, entries from bulk_mark
                         where account_id = :account and mark = :mark and made_at >= :after""")
                .bind("account", account.value())
                .bind("mark", mark)
                .bind("after", now.minus(KEPT))
                .map((rows, context) -> new Kept(
                        parts(rows.getString(1)).map(Raised::parse).toList(),
                        parts(rows.getString(2)).map(Long::valueOf).toList()))
                .findOne();
        kept.ifPresent(what -> takeBack(handle, account, mark, what, now));
        return kept.isPresent();
    }

    private static void takeBack(Handle handle, AccountId account, long mark, Kept kept, Instant now) {
        kept.raised().stream()
                .collect(Collectors.groupingBy(raised -> new Before(raised.readUpTo(), raised.readMark())))
                .forEach((before, feeds) -> handle.createUpdate(LOWER)
                        .bind("account", account.value())
                        .bindArray(
                                "feeds",
                                Long.class,
                                Ids.notEmpty(feeds.stream().map(Raised::feed).toList()))
                        .bind("read_up_to", before.readUpTo())
                        .bind("read_mark", before.readMark())
                        .bind("mark", mark)
                        .execute());
        Set<Long> still = stillMarked(handle, account, mark);
        List<Long> entries = kept.entries().stream().filter(still::contains).toList();
        // Under the old number, so that they stay read where a later mark has passed over their feed.
        EntryStateTable.mark(handle, account, entries, false, mark, now);
        handle.createUpdate("delete from bulk_mark where account_id = :account and mark = :mark")
                .bind("account", account.value())
                .bind("mark", mark)
                .execute();
    }

    private static Set<Long> stillMarked(Handle handle, AccountId account, long mark) {
        return handle.createQuery(STILL_MARKED)
                .bind("account", account.value())
                .bind("mark", mark)
                .mapTo(Long.class)
                .set();
    }

    private static String text(List<?> parts) {
        return parts.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    private static Stream<String> parts(String text) {
        return Arrays.stream(text.split(" ", -1)).filter(part -> !part.isEmpty());
    }
}
