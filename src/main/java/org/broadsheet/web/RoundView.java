package org.broadsheet.web;

import org.broadsheet.model.PollRound;

/** How far a round of polls is; {@code href} asks again. */
public record RoundView(String href, boolean finished, String sentence) {
    static RoundView of(PollRound round, Texts texts) {
        return new RoundView("/sources?round=" + round.id(), round.finished(), sentence(round, texts));
    }

    private static String sentence(PollRound round, Texts texts) {
        if (!round.finished()) {
            return texts.get("round.asking", round.total(), round.done());
        }
        String sentence = texts.get("round.asked", round.total(), round.newEntries());
        sentence += round.failed() == 0 ? "" : ", " + texts.get("round.failed", round.failed());
        return sentence + (round.skipped() == 0 ? "" : ", " + texts.get("round.skipped", round.skipped())) + ".";
    }
}
