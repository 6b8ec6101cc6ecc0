package org.broadsheet.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.broadsheet.model.Announcements;
import org.broadsheet.model.HubLease;
import org.broadsheet.model.LastPoll;
import org.broadsheet.model.PollResult;
import org.jdbi.v3.core.Handle;

/** What hubs announce, and whether polls bear it out. Used by the {@link Writer}'s thread only. */
final class AnnouncementTable {
    /** However often a hub calls, a feed is not asked more often. */
    static final Duration GAP = Duration.ofMinutes(1);

    /** Of a feed that is being polled: perhaps the document had been read when its news came out. */
    private static final String PUSHED = """
            update hub_lease
               set pushed_at = case when exists (select 1 from feed_claim c
                                                  where c.feed_id = :feed and c.claimed_until > :now)
                               then :soon else :now end
             where feed_id = :feed and token = :token and hub <> ''""";

    /** Not of a feed that fails, whose publisher is to have the whole of each growing pause. */
    private static final String HASTEN = """
            update feed set next_poll_at = case when last_poll_at > :just_now then :soon else :now end
             where id = :feed and next_poll_at > :soon and failures = 0""";

    /** What was announced since a slow answer began may be missing in it, however late it ended. */
    private static final String DURING_A_SLOW_POLL = """
            update hub_lease set pushed_at = :soon
             where feed_id = :feed and pushed_at > :begun and pushed_at <= :at""";

    /** But for what came during the poll: that is still to be looked for. */
    private static final String DISTRUST = """
            update hub_lease set pushed_at = null
             where feed_id = any(:feeds)
               and pushed_at <= (select f.last_poll_at from feed f where f.id = hub_lease.feed_id)""";

    private static final String ONCE_MORE = """
            update feed set next_poll_at = (select l.pushed_at from hub_lease l where l.feed_id = feed.id)
             where id = any(:feeds) and failures = 0
               and exists (select 1 from hub_lease l
                            where l.feed_id = feed.id and l.pushed_at > feed.last_poll_at
                              and l.pushed_at < feed.next_poll_at)""";

    private AnnouncementTable() {}

    static void announce(Handle handle, HubLease lease, Instant now) {
        int known = handle.createUpdate(PUSHED)
                .bind("feed", lease.feed().value())
                .bind("token", lease.token())
                .bind("now", now)
                .bind("soon", now.plus(GAP))
                .execute();
        if (known == 0) {
            return;
        }
        handle.createUpdate(HASTEN)
                .bind("feed", lease.feed().value())
                .bind("now", now)
                .bind("just_now", now.minus(GAP))
                .bind("soon", now.plus(GAP))
                .execute();
    }

    /** Which announcements polls have missed, and which were missing. Goes by the feeds' last polls, which are these. */
    static void learn(Handle handle, List<PollResult> results) {
        keepWhatCameDuringSlowPolls(handle, results);
        List<PollResult> unannounced =
                results.stream().filter(AnnouncementTable::unannounced).toList();
        if (!unannounced.isEmpty()) {
            handle.createUpdate(DISTRUST)
                    .bindArray("feeds", Long.class, ids(unannounced))
                    .execute();
        }
        handle.createUpdate(ONCE_MORE)
                .bindArray("feeds", Long.class, ids(results))
                .execute();
    }

    private static void keepWhatCameDuringSlowPolls(Handle handle, List<PollResult> results) {
        Batch rows = Batch.of(handle, DURING_A_SLOW_POLL);
        for (PollResult result : results) {
            LastPoll poll = result.poll();
            if (poll.duration().compareTo(GAP) >= 0) {
                rows.bind("feed", result.feed().id().value())
                        .bind("begun", poll.at().minus(poll.duration()))
                        .bind("at", poll.at())
                        .bind("soon", poll.at().plus(GAP))
                        .add();
            }
        }
        rows.execute();
    }

    private static boolean unannounced(PollResult result) {
        return result.feed().timing().announcements() == Announcements.QUIET
                && result.poll().newEntries() > 0;
    }

    static List<Long> ids(List<PollResult> results) {
        return Ids.notEmpty(
                results.stream().map(result -> result.feed().id().value()).toList());
    }
}
