package org.broadsheet.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.ingest.fetch.Trace;
import org.broadsheet.model.DueFeed;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.IdentityWeakness;
import org.broadsheet.model.LastPoll;
import org.broadsheet.model.LastPoll.Outcome;
import org.broadsheet.model.ParsedFeed;
import org.broadsheet.model.PollResult;
import org.broadsheet.model.Validators;
import org.jspecify.annotations.Nullable;

/** One poll that was made: says for each way it can end what is to be stored. Pure. */
record Attempt(DueFeed feed, Instant now, Trace trace, Schedule schedule) {
    /** What is to be stored in one transaction. */
    record Ending(PollResult result, Haul haul) {
        LastPoll poll() {
            return result.poll();
        }
    }

    /** The document was read. */
    Ending read(ParsedFeed document, Haul haul, Validators validators, String bodyHash, Duration wish) {
        boolean news = !haul.added().isEmpty() || !haul.changed().isEmpty();
        LastPoll poll = poll(
                news ? Outcome.CHANGED : Outcome.UNCHANGED,
                null,
                null,
                haul.added().size(),
                haul.changed().size());
        Plan plan = schedule.afterSuccess(feed, news, wish, now);
        return new Ending(result(poll, plan, validators, bodyHash, haul.weakness(), document), haul);
    }

    /** The document is the one that was read before. */
    Ending unchanged(Validators validators, @Nullable String bodyHash, Duration wish) {
        Plan plan = schedule.afterSuccess(feed, false, wish, now);
        return new Ending(
                result(poll(Outcome.UNCHANGED, null, null, 0, 0), plan, validators, bodyHash, feed.weakness(), null),
                Haul.nothing(feed));
    }

    /** It could not be read. What the last good answer left stays, so that the next try is as cheap as any. */
    Ending failed(ErrorKind kind, String sentence, Optional<Duration> retryAfter) {
        Plan plan = schedule.afterFailure(feed, kind, retryAfter, now);
        LastPoll poll = poll(Outcome.FAILED, kind, sentence, 0, 0);
        return new Ending(
                result(poll, plan, feed.validators(), feed.bodyHash(), feed.weakness(), null), Haul.nothing(feed));
    }

    private LastPoll poll(Outcome outcome, @Nullable ErrorKind kind, @Nullable String error, int added, int changed) {
        return new LastPoll(
                now, outcome, kind, error, trace.httpStatus(), trace.duration(), trace.bytes(), added, changed);
    }

    private PollResult result(
            LastPoll poll,
            Plan plan,
            Validators validators,
            @Nullable String bodyHash,
            @Nullable IdentityWeakness weakness,
            @Nullable ParsedFeed document) {
        return new PollResult(
                feed,
                poll,
                plan.status(),
                plan.at(),
                plan.interval(),
                plan.reason(),
                validators,
                bodyHash,
                plan.failures(),
                plan.failingSince(),
                weakness,
                document);
    }
}
