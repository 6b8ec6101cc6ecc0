package org.broadsheet.web;

import org.broadsheet.model.PollRound;

/** How far a round of polls is; {@code href} asks again. */
public record RoundView(String href, boolean finished, String sentence) {
    static RoundView of(PollRound round) {
        return new RoundView("/sources?round=" + round.id(), round.finished(), sentence(round));
    }

    private static String sentence(PollRound round) {
        if (!round.finished()) {
            return "Asking " + Counts.of(round.total(), "source") + ", " + Counts.of(round.done()) + " done.";
        }
        String sentence =
                "Asked " + Counts.of(round.total(), "source") + ": " + Counts.of(round.newEntries(), "new headline");
        sentence += round.failed() == 0 ? "" : ", " + Counts.of(round.failed()) + " failed";
        return sentence + (round.skipped() == 0 ? "." : ", " + Counts.of(round.skipped()) + " left alone for now.");
    }
}
