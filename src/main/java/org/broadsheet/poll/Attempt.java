package org.broadsheet.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.ingest.fetch.Trace;
import org.broadsheet.model.DueFeed;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.HubLinks;
import org.broadsheet.model.LastPoll;
import org.broadsheet.model.LastPoll.Outcome;
import org.broadsheet.model.Learnt;
import org.broadsheet.model.NewEntry;
import org.broadsheet.model.ParsedFeed;
import org.broadsheet.model.Plan;
import org.broadsheet.model.PollResult;
import org.broadsheet.model.Relocation;
import org.broadsheet.model.Rhythm;
import org.broadsheet.model.Timing;
import org.broadsheet.model.Validators;
import org.broadsheet.poll.schedule.Learning;
import org.broadsheet.poll.schedule.Schedule;
import org.broadsheet.poll.schedule.Wishes;
import org.jspecify.annotations.Nullable;

/** One poll that was made: says for each way it can end what is to be stored. Pure. */
record Attempt(DueFeed feed, Instant now, Trace trace, Schedule schedule) {
    /** Servers that stumble over "changed since?" itself are known: after so many errors in a row they are asked without it. */
    private static final int ERRORS_WITH_VALIDATORS = 3;

    /** What is to be stored in one transaction. */
    record Ending(PollResult result, Haul haul) {
        LastPoll poll() {
            return result.poll();
        }
    }

    /**
     * The document was read.
     *
     * @param sameFeed whether it has the entries of the feed as we know it
     */
    Ending read(ParsedFeed document, Haul haul, Answer answer, boolean sameFeed) {
        boolean news = !haul.added().isEmpty() || !haul.changed().isEmpty();
        LastPoll poll = poll(
                news ? Outcome.CHANGED : Outcome.UNCHANGED,
                null,
                null,
                haul.added().size(),
                haul.changed().size());
        Rhythm rhythm = learn(haul.added());
        Duration ttl = document.ttl() == null ? Duration.ZERO : document.ttl();
        // A hub that it names no more is refused from now on.
        HubLinks named = new HubLinks(document.hubUrl(), document.feedUrl());
        boolean announced = named.equals(feed.timing().lease()) && announced(haul);
        Wishes wishes = new Wishes(answer.freshFor(), ttl, document.quiet(), announced);
        Plan plan = schedule.afterSuccess(feed, rhythm, wishes, now);
        Rhythm keep = rhythm.equals(feed.timing().rhythm()) ? null : rhythm;
        return new Ending(result(poll, plan, learnt(answer, haul, keep, sameFeed), document.withoutEntries()), haul);
    }

    /** The document is the one that was read before. */
    Ending unchanged(Answer answer) {
        Timing timing = feed.timing();
        Haul nothing = Haul.nothing(feed);
        Rhythm rhythm = timing.rhythm() == null ? Rhythm.startingAt(now) : timing.rhythm();
        Wishes wishes = new Wishes(answer.freshFor(), timing.ttl(), timing.quiet(), announced(nothing));
        Plan plan = schedule.afterSuccess(feed, rhythm, wishes, now);
        LastPoll poll = poll(Outcome.UNCHANGED, null, null, 0, 0);
        return new Ending(result(poll, plan, learnt(answer, nothing, null, true), null), nothing);
    }

    /**
     * The document breaks off. Its whole entries are taken, but what follows them is still to come: no validator of it is
     * kept, so that the next try asks for all of it again. What it says of itself counts until a whole one was read.
     */
    Ending cutOff(ParsedFeed document, Haul haul) {
        Plan plan = schedule.afterFailure(feed, ErrorKind.TRUNCATED, Optional.empty(), now);
        LastPoll poll = poll(
                Outcome.FAILED,
                ErrorKind.TRUNCATED,
                "The document breaks off within an entry; the entries before it were kept.",
                haul.added().size(),
                haul.changed().size());
        Learnt learnt = new Learnt(feed.validators(), feed.bodyHash(), haul.weakness(), null, feed.moved(), null);
        ParsedFeed first = feed.bodyHash() == null ? document.withoutEntries() : null;
        return new Ending(result(poll, plan, learnt, first), haul);
    }

    /**
     * It could not be read. What the last good answer left stays, so that the next try is as cheap as any, unless that seems to
     * be what the server fails at.
     */
    Ending failed(ErrorKind kind, String sentence, Optional<Duration> retryAfter) {
        Plan plan = schedule.afterFailure(feed, kind, retryAfter, now);
        LastPoll poll = poll(Outcome.FAILED, kind, sentence, 0, 0);
        boolean stumbles = kind == ErrorKind.HTTP_ERROR && plan.failures() >= ERRORS_WITH_VALIDATORS;
        Validators validators = stumbles ? Validators.NONE : feed.validators();
        Learnt learnt = new Learnt(validators, feed.bodyHash(), feed.weakness(), null, feed.moved(), null);
        return new Ending(result(poll, plan, learnt, null), Haul.nothing(feed));
    }

    /** Not where entries came to light that nobody had announced, nor where what was announced is not there yet. */
    private boolean announced(Haul haul) {
        boolean news = !haul.added().isEmpty() || !haul.changed().isEmpty();
        return switch (feed.timing().announcements()) {
            case NONE -> false;
            case QUIET -> haul.added().isEmpty();
            case NEWS -> news;
        };
    }

    private Rhythm learn(List<Haul.Addition> added) {
        Timing timing = feed.timing();
        Instant lastRead = timing.lastRead();
        if (lastRead == null) {
            List<Instant> dates = added.stream()
                    .map(Haul.Addition::entry)
                    .filter(entry -> entry.sortedAt().equals(entry.published()))
                    .map(NewEntry::sortedAt)
                    .toList();
            return Learning.first(dates, now);
        }
        List<Instant> dates =
                added.stream().map(addition -> addition.entry().sortedAt()).toList();
        return Learning.more(timing.rhythm(), dates, lastRead, now);
    }

    private Learnt learnt(Answer answer, Haul haul, @Nullable Rhythm rhythm, boolean sameFeed) {
        Relocation moved = Moving.sighted(feed.moved(), answer.permanentTarget(), sameFeed, now);
        String adopted = Moving.newAddress(moved, now);
        return new Learnt(
                answer.validators(),
                answer.bodyHash(),
                haul.weakness(),
                rhythm,
                adopted == null ? moved : null,
                adopted);
    }

    private LastPoll poll(Outcome outcome, @Nullable ErrorKind kind, @Nullable String error, int added, int changed) {
        return new LastPoll(
                now, outcome, kind, error, trace.httpStatus(), trace.duration(), trace.bytes(), added, changed);
    }

    private PollResult result(LastPoll poll, Plan plan, Learnt learnt, @Nullable ParsedFeed document) {
        return new PollResult(feed, poll, plan, learnt, document);
    }
}
