package org.broadsheet.web;

import java.time.Instant;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.Feed;
import org.broadsheet.model.LastPoll;
import org.broadsheet.reading.Shelf;
import org.jspecify.annotations.Nullable;

/**
 * How a source fares, in plain words.
 *
 * @param sentence what happened last
 * @param advice what to do about it, null where nothing need be done
 * @param particulars what exactly went wrong, null when nothing did or the sentence says it all
 * @param asked when it was last asked, null before the first time
 * @param next when it is asked again, null when it is not
 */
public record SourceState(
        boolean trouble,
        String sentence,
        @Nullable String advice,
        @Nullable String particulars,
        @Nullable When asked,
        @Nullable When next) {

    static SourceState of(Feed feed, Edition edition) {
        LastPoll last = feed.lastPoll();
        ErrorKind kind = last == null ? null : last.errorKind();
        Texts texts = edition.texts();
        return new SourceState(
                Shelf.isInTrouble(feed),
                sentence(feed, last, texts),
                kind == null ? null : Advice.on(kind, texts),
                last == null ? null : particulars(last),
                last == null ? null : When.past(last.at(), edition),
                next(feed.nextPollAt(), edition));
    }

    private static String sentence(Feed feed, @Nullable LastPoll last, Texts texts) {
        boolean givenUp = last != null && last.errorKind() == ErrorKind.NOT_FOUND;
        if (feed.status() == Feed.Status.GONE && !givenUp) {
            return texts.get("trouble.GONE");
        }
        if (last == null) {
            return texts.get("state.new");
        }
        return last.outcome() == LastPoll.Outcome.FAILED && feed.failures() > 1
                ? outcome(last, texts) + " " + texts.get("state.failures", feed.failures())
                : outcome(last, texts);
    }

    /** What came of a poll. */
    static String outcome(LastPoll poll, Texts texts) {
        return switch (poll.outcome()) {
            case CHANGED -> news(poll, texts);
            case UNCHANGED -> texts.get("state.unchanged");
            case SKIPPED -> texts.get("state.skipped");
            case FAILED -> texts.get(poll.errorKind() == null ? "state.failed" : "trouble." + poll.errorKind());
        };
    }

    private static String news(LastPoll last, Texts texts) {
        if (last.newEntries() == 0) {
            return texts.get("state.changed", last.changedEntries());
        }
        return last.changedEntries() == 0
                ? texts.get("state.news", last.newEntries())
                : texts.get("state.news-and-changed", last.newEntries(), last.changedEntries());
    }

    /** What exactly went wrong, as the poller noted it; null when nothing did or its kind says it all. */
    static @Nullable String particulars(LastPoll poll) {
        boolean saidAlready =
                poll.errorKind() != null && poll.errorKind().sentence().equals(poll.error());
        return saidAlready ? null : poll.error();
    }

    private static @Nullable When next(@Nullable Instant at, Edition edition) {
        return at == null ? null : When.future(at, edition);
    }
}
