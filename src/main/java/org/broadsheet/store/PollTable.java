package org.broadsheet.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.IdentityRule;
import org.broadsheet.model.IdentityWeakness;
import org.broadsheet.model.LastPoll;
import org.broadsheet.model.Learnt;
import org.broadsheet.model.ParsedFeed;
import org.broadsheet.model.Plan;
import org.broadsheet.model.PollResult;
import org.broadsheet.model.Relocation;
import org.jdbi.v3.core.Handle;

/**
 * What polls leave behind: the feed's state, the line in its history, the count in the round that asked for it. Used by
 * the {@link Writer}'s thread only.
 */
public final class PollTable {
    /** How long polls, rounds and the wishes of hosts are kept when they are over. */
    private static final Duration KEPT = Duration.ofDays(30);

    /** Claims last for minutes; one beyond was made while a clock ran ahead, by a process that ended before it let go. */
    private static final Duration LONGEST_CLAIM = Duration.ofDays(1);

    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(6);

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    // What a poll says of an address is nothing to the one that the feed was given meanwhile.
    private static final String STATE = """
            update feed
               set status = case when url = :asked then :status else status end,
                   next_poll_at = case when url = :asked then :next else next_poll_at end, poll_interval_ms = :interval,
                   etag = case when url = :asked then :etag else etag end,
                   last_modified = case when url = :asked then :modified else last_modified end,
                   validators_from = case when url = :asked then :validators_from else validators_from end,
                   body_hash = case when url = :asked then :body_hash else body_hash end,
                   failures = case when url = :asked then :failures else failures end,
                   failing_since = case when url = :asked then :failing_since else failing_since end,
                   missing_since = case when url = :asked then :missing_since else missing_since end,
                   last_poll_at = :at, last_outcome = :outcome, last_error_kind = :kind, last_error = :error,
                   last_http_status = :http, last_duration_ms = :duration, last_bytes = :bytes, last_new = :new,
                   last_changed = :changed, identity_rule = :rule, identity_reason = :weakness,
                   moved_to = case when url = :asked then :moved_to else moved_to end,
                   moved_since = case when url = :asked then :moved_since else moved_since end,
                   moved_sightings = case when url = :asked then :moved_sightings else moved_sightings end,
                   entries = entries + :new, polls = polls + 1,
                   answers_full = answers_full + :full, answers_unchanged = answers_unchanged + :unchanged,
                   answers_throttled = answers_throttled + :throttled, answers_failed = answers_failed + :failed,
                   bytes_received = bytes_received + :bytes,
                   bytes_saved = bytes_saved + case when :unchanged > 0 then document_bytes else 0 end,
                   document_bytes = case when :whole > 0 then :bytes else document_bytes end
             where id = :id""";

    private static final String FACTS = """
            update feed
               set title = coalesce(:title, title), site_url = coalesce(:site, site_url), description = :description,
                   language = :language, icon_url = :icon, self_url = :self, hub_url = :hub, format = :format,
                   repairs = :repairs, ttl_s = :ttl, quiet_hours = :quiet_hours, quiet_days = :quiet_days
             where id = :id""";

    private static final String HISTORY = """
            insert into poll (feed_id, at, outcome, error_kind, error, http_status, duration_ms, bytes, new_entries,
                              changed_entries, next_poll_at, reason)
            values (:id, :at, :outcome, :kind, :error, :http, :duration, :bytes, :new, :changed, :next, :reason)""";

    private Instant nextCleaning = Instant.EPOCH;

    /** Stores everything about finished polls but their entries. */
    public void finish(Handle handle, List<PollResult> results) {
        if (results.isEmpty()) {
            return;
        }
        facts(handle, results);
        states(handle, results);
        FeedTable.release(
                handle,
                results.stream().map(result -> result.feed().id().value()).toList());
        history(handle, results);
        ReaderPauses.hastenForThoseSetMeanwhile(handle, results);
        TimingTable.keepRhythms(handle, results);
        TimingTable.adoptAddresses(handle, results);
        HubTable.learn(handle, results);
        RoundTable.finish(handle, results);
    }

    private static void states(Handle handle, List<PollResult> results) {
        Batch rows = Batch.of(handle, STATE);
        for (PollResult result : results) {
            Plan plan = result.plan();
            bind(rows, result)
                    .bind("asked", result.feed().url())
                    .bind("status", plan.status())
                    .bind("interval", plan.pause().toMillis())
                    .bind("failures", plan.failures())
                    .bind("failing_since", plan.failingSince())
                    .bind("missing_since", plan.missingSince());
            bind(rows, result.learnt());
            count(rows, result.poll()).add();
        }
        rows.execute();
    }

    private static Batch count(Batch rows, LastPoll poll) {
        boolean unchanged = Objects.equals(poll.httpStatus(), NOT_MODIFIED);
        boolean throttled = poll.errorKind() == ErrorKind.THROTTLED || poll.errorKind() == ErrorKind.UNAVAILABLE;
        boolean failed = poll.outcome() == LastPoll.Outcome.FAILED && !throttled;
        return rows.bind("full", unchanged || throttled || failed ? 0 : 1)
                .bind("whole", Objects.equals(poll.httpStatus(), OK) ? 1 : 0)
                .bind("unchanged", unchanged ? 1 : 0)
                .bind("throttled", throttled ? 1 : 0)
                .bind("failed", failed ? 1 : 0);
    }

    private static Batch bind(Batch rows, Learnt learnt) {
        IdentityWeakness weakness = learnt.weakness();
        Relocation moved = learnt.moved();
        return rows.bind("etag", learnt.validators().etag())
                .bind("modified", learnt.validators().lastModified())
                .bind("validators_from", learnt.validators().from())
                .bind("body_hash", learnt.bodyHash())
                .bind("rule", weakness == null ? IdentityRule.GUID : weakness.rule())
                .bind("weakness", weakness)
                .bind("moved_to", moved == null ? null : moved.to())
                .bind("moved_since", moved == null ? null : moved.since())
                .bind("moved_sightings", moved == null ? 0 : moved.sightings());
    }

    private void history(Handle handle, List<PollResult> results) {
        Batch rows = Batch.of(handle, HISTORY);
        results.forEach(result -> bind(rows, result)
                .bind("reason", result.plan().reason().written())
                .add());
        rows.execute();
        Instant now = results.get(results.size() - 1).poll().at();
        if (!now.isBefore(nextCleaning)) {
            // Those of the future were made while a clock ran ahead.
            handle.createUpdate("delete from poll where at < :old or at > :future")
                    .bind("old", now.minus(KEPT))
                    .bind("future", now.plus(KEPT))
                    .execute();
            RoundTable.forgetBefore(handle, now.minus(KEPT));
            HostTable.forgetBefore(handle, now.minus(KEPT));
            nextCleaning = now.plus(BETWEEN_CLEANINGS);
        }
    }

    /**
     * Gives a claimed feed back that is not asked before its host may be. The round that it stands in by now counts it as
     * skipped; the claim ends, so that a later round need not wait as long as the host wants.
     */
    public void skip(Handle handle, FeedId feed, Instant notBefore) {
        handle.createUpdate("""
                        update feed
                           set next_poll_at = case when next_poll_at < :until then :until else next_poll_at end
                         where id = :id""")
                .bind("until", notBefore)
                .bind("id", feed.value())
                .execute();
        FeedTable.release(handle, List.of(feed.value()));
        RoundTable.release(handle, List.of(feed.value()));
    }

    /**
     * Makes every feed due that is planned for after {@code horizon}, ends claims that last too long, and has hubs asked again
     * that were noted too far ahead.
     */
    public void bringBack(Handle handle, Instant horizon, Instant now) {
        handle.createUpdate("update feed set next_poll_at = :now where next_poll_at > :horizon")
                .bind("horizon", horizon)
                .bind("now", now)
                .execute();
        handle.createUpdate("delete from feed_claim where claimed_until > :longest")
                .bind("longest", now.plus(LONGEST_CLAIM))
                .execute();
        HubTable.bringBack(handle, now);
    }

    private static Batch bind(Batch rows, PollResult result) {
        LastPoll poll = result.poll();
        return rows.bind("id", result.feed().id().value())
                .bind("at", poll.at())
                .bind("next", result.plan().at())
                .bind("outcome", poll.outcome())
                .bind("kind", poll.errorKind())
                .bind("error", poll.error())
                .bind("http", poll.httpStatus())
                .bind("duration", poll.duration().toMillis())
                .bind("bytes", poll.bytes())
                .bind("new", poll.newEntries())
                .bind("changed", poll.changedEntries());
    }

    private static void facts(Handle handle, List<PollResult> results) {
        Batch rows = Batch.of(handle, FACTS);
        for (PollResult result : results) {
            ParsedFeed document = result.document();
            if (document != null) {
                bind(rows, document).bind("id", result.feed().id().value()).add();
            }
        }
        rows.execute();
    }

    private static Batch bind(Batch rows, ParsedFeed document) {
        return rows.bind("title", document.title())
                .bind("site", document.siteUrl())
                .bind("description", document.descriptionHtml())
                .bind("language", document.language())
                .bind("icon", document.iconUrl())
                .bind("self", document.feedUrl())
                .bind("hub", document.hubUrl())
                .bind("format", document.format())
                .bind("ttl", document.ttl() == null ? null : document.ttl().toSeconds())
                .bind("quiet_hours", TimingTable.hours(document.quiet()))
                .bind("quiet_days", TimingTable.days(document.quiet()))
                .bind("repairs", document.repairs().isEmpty() ? null : String.join("\n", document.repairs()));
    }
}
