package org.broadsheet.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.LastPoll;
import org.broadsheet.model.PollResult;
import org.broadsheet.model.PollRound;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rounds of polls that somebody asked for. A feed stands in at most one: a later round takes it over. */
public final class RoundTable {
    private static final String COUNT_SKIPPED = """
            update poll_round
               set skipped = skipped
                             + (select count(*) from asked_feed a where a.round_id = poll_round.id and a.feed_id = any(:feeds))
             where id in (select a.round_id from asked_feed a where a.feed_id = any(:feeds))""";

    private static final String COUNT = """
            update poll_round
               set changed = changed + :changed, unchanged = unchanged + :unchanged, failed = failed + :failed,
                   new_entries = new_entries + :new
             where id = :id""";

    private final Database database;

    public RoundTable(Database database) {
        this.database = database;
    }

    /** Starts a round of the account's feeds that are not closed, or of those named; returns its number and size. */
    public PollRound request(Handle handle, AccountId account, @Nullable List<FeedId> named, Instant now) {
        List<Long> feeds = subscribed(handle, account, named != null);
        if (named != null) {
            feeds = named.stream()
                    .map(FeedId::value)
                    .distinct()
                    .filter(feeds::contains)
                    .toList();
        }
        long id = handle.createUpdate("""
                        insert into poll_round (requested_at, total, changed, unchanged, failed, skipped, new_entries)
                        values (:now, :total, 0, 0, 0, 0, 0)""")
                .bind("now", now)
                .bind("total", feeds.size())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        lock(handle, feeds);
        release(handle, feeds);
        Batch asked = Batch.of(handle, "insert into asked_feed (feed_id, round_id) values (:feed, :round)");
        feeds.forEach(feed -> asked.bind("feed", feed).bind("round", id).add());
        asked.execute();
        return new PollRound(id, feeds.size(), 0, 0, 0, 0, 0);
    }

    /** Always in one order, so that two nodes with rounds of the same feeds wait for each other and the later takes them over. */
    private static void lock(Handle handle, List<Long> feeds) {
        for (List<Long> some : Ids.inParts(feeds.stream().sorted().toList())) {
            Lookup.of(handle, "select id from feed where id = any(:feeds) order by id for update")
                    .bindIds("feeds", some)
                    .list(rows -> rows.getLong(1));
        }
    }

    /** Takes feeds out of the rounds that they stand in, which count them as skipped. */
    static void release(Handle handle, List<Long> feeds) {
        Batch counts = Batch.of(handle, COUNT_SKIPPED);
        Batch rows = Batch.of(handle, "delete from asked_feed where feed_id = any(:feeds)");
        for (List<Long> some : Ids.inParts(feeds)) {
            counts.bindIds("feeds", some).add();
            rows.bindIds("feeds", some).add();
        }
        counts.execute();
        rows.execute();
    }

    /** Counts polls in the rounds that asked for them, unless such a round has counted the feed as skipped meanwhile. */
    static void finish(Handle handle, List<PollResult> results) {
        List<PollResult> asked =
                results.stream().filter(result -> result.feed().round() != null).toList();
        if (asked.isEmpty()) {
            return;
        }
        Batch rows = Batch.of(handle, "delete from asked_feed where feed_id = :feed and round_id = :round");
        asked.forEach(result -> rows.bind("feed", result.feed().id().value())
                .bind("round", result.feed().round())
                .add());
        int[] standsInIt = rows.execute();
        Map<Long, List<LastPoll>> byRound = new TreeMap<>();
        for (int i = 0; i < standsInIt.length; i++) {
            Long round = asked.get(i).feed().round();
            if (round != null && standsInIt[i] > 0) {
                byRound.computeIfAbsent(round, id -> new ArrayList<>())
                        .add(asked.get(i).poll());
            }
        }
        byRound.forEach((round, polls) -> count(handle, round, polls));
    }

    /** Deletes rounds of before {@code old} that no feed stands in. */
    static void forgetBefore(Handle handle, Instant old) {
        handle.createUpdate("""
                        delete from poll_round
                         where requested_at < :old
                           and not exists (select 1 from asked_feed a where a.round_id = poll_round.id)""").bind("old", old).execute();
    }

    /** A closed feed is asked once more when somebody names it. */
    private static List<Long> subscribed(Handle handle, AccountId account, boolean closedToo) {
        return handle.createQuery("""
                        select f.id from subscription s join feed f on f.id = s.feed_id
                         where s.account_id = :account and (:closed_too or f.status <> 'GONE') order by f.id""")
                .bind("account", account.value())
                .bind("closed_too", closedToo)
                .mapTo(Long.class)
                .list();
    }

    /** How far a round has come; empty when there is no such round. */
    public Optional<PollRound> find(long id) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select * from poll_round where id = :id")
                        .bind("id", id)
                        .map((rows, context) -> new PollRound(
                                id,
                                rows.getInt("total"),
                                rows.getInt("changed"),
                                rows.getInt("unchanged"),
                                rows.getInt("failed"),
                                rows.getInt("skipped"),
                                rows.getInt("new_entries")))
                        .findOne());
    }

    private static void count(Handle handle, long round, List<LastPoll> polls) {
        handle.createUpdate(COUNT)
                .bind("id", round)
                .bind("changed", number(polls, LastPoll.Outcome.CHANGED))
                .bind("unchanged", number(polls, LastPoll.Outcome.UNCHANGED))
                .bind("failed", number(polls, LastPoll.Outcome.FAILED))
                .bind("new", polls.stream().mapToInt(LastPoll::newEntries).sum())
                .execute();
    }

    private static long number(List<LastPoll> polls, LastPoll.Outcome outcome) {
        return polls.stream().filter(poll -> poll.outcome() == outcome).count();
    }
}
