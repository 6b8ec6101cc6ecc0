package org.broadsheet.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.broadsheet.model.LastPoll;
import org.broadsheet.model.PastPoll;
import org.jspecify.annotations.Nullable;

/**
 * A poll of a source's history as a page prints it.
 *
 * @param sentence what came of it
 * @param particulars what exactly went wrong, null when nothing did or the sentence says it all
 * @param figures the answer's status, its size and how long it took
 * @param next when the source is asked again; null for never, and where that time has come since
 * @param reason why then, null when that was not kept
 */
public record PollLine(
        boolean trouble,
        When at,
        String sentence,
        @Nullable String particulars,
        String figures,
        @Nullable When next,
        @Nullable String reason) {

    static PollLine of(PastPoll past, Now now) {
        LastPoll poll = past.poll();
        String sentence = SourceState.outcome(poll);
        return new PollLine(
                poll.outcome() == LastPoll.Outcome.FAILED,
                When.past(poll.at(), now),
                sentence,
                sentence.equals(poll.error()) ? null : poll.error(),
                figures(poll),
                past.next() != null && past.next().isAfter(now.at()) ? When.future(past.next(), now) : null,
                past.reason());
    }

    private static String figures(LastPoll poll) {
        List<String> figures = new ArrayList<>();
        if (poll.httpStatus() != null) {
            figures.add(poll.httpStatus() == 304 ? "304 not modified" : "status " + poll.httpStatus());
        }
        if (poll.bytes() > 0) {
            figures.add(Counts.bytes(poll.bytes()));
        }
        if (poll.outcome() != LastPoll.Outcome.SKIPPED) {
            figures.add(String.format(
                    Locale.ENGLISH, "%.2f seconds", poll.duration().toMillis() / 1000.0));
        }
        return String.join(", ", figures);
    }
}
