package org.broadsheet.web;

import java.util.ArrayList;
import java.util.List;
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

    static PollLine of(PastPoll past, Edition edition) {
        LastPoll poll = past.poll();
        String sentence = SourceState.outcome(poll, edition.texts());
        return new PollLine(
                poll.outcome() == LastPoll.Outcome.FAILED,
                When.past(poll.at(), edition),
                sentence,
                SourceState.particulars(poll),
                figures(poll, edition.texts()),
                past.next() != null && past.next().isAfter(edition.at()) ? When.future(past.next(), edition) : null,
                past.reason() == null ? null : ReasonText.of(past.reason(), edition));
    }

    private static String figures(LastPoll poll, Texts texts) {
        List<String> figures = new ArrayList<>();
        if (poll.httpStatus() != null) {
            figures.add(
                    poll.httpStatus() == 304
                            ? texts.get("poll.not-modified")
                            : texts.get("poll.status", poll.httpStatus().toString()));
        }
        if (poll.bytes() > 0) {
            figures.add(texts.bytes(poll.bytes()));
        }
        if (poll.outcome() != LastPoll.Outcome.SKIPPED) {
            figures.add(texts.get("poll.seconds", poll.duration().toMillis() / 1000.0));
        }
        return String.join(", ", figures);
    }
}
