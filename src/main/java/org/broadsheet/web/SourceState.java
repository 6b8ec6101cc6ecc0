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

    static SourceState of(Feed feed, Now now) {
        LastPoll last = feed.lastPoll();
        ErrorKind kind = last == null ? null : last.errorKind();
        return new SourceState(
                Shelf.isInTrouble(feed),
                sentence(feed, last),
                kind == null ? null : Advice.on(kind),
                last == null || last.error() == null || sentence(feed, last).equals(last.error()) ? null : last.error(),
                last == null ? null : When.past(last.at(), now),
                next(feed.nextPollAt(), now));
    }

    private static String sentence(Feed feed, @Nullable LastPoll last) {
        if (feed.status() == Feed.Status.GONE) {
            return ErrorKind.GONE.sentence();
        }
        if (last == null) {
            return "Not asked yet.";
        }
        return last.outcome() == LastPoll.Outcome.FAILED && feed.failures() > 1
                ? outcome(last) + " Failed " + feed.failures() + " times in a row."
                : outcome(last);
    }

    /** What came of a poll. */
    static String outcome(LastPoll poll) {
        return switch (poll.outcome()) {
            case CHANGED -> news(poll);
            case UNCHANGED -> "Nothing new.";
            case SKIPPED -> "Left alone for now, as its host asks us to wait.";
            case FAILED ->
                poll.errorKind() == null
                        ? "It could not be read."
                        : poll.errorKind().sentence();
        };
    }

    private static String news(LastPoll last) {
        if (last.newEntries() == 0) {
            return Counts.of(last.changedEntries(), "headline") + " changed.";
        }
        String news = Counts.of(last.newEntries(), "new headline");
        return last.changedEntries() == 0 ? news + "." : news + ", " + Counts.of(last.changedEntries()) + " changed.";
    }

    private static @Nullable When next(@Nullable Instant at, Now now) {
        return at == null ? null : When.future(at, now);
    }
}
