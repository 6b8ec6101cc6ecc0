package org.broadsheet.model;

/**
 * A round of polls that somebody asked for.
 *
 * @param skipped feeds not asked because their host wants to be left alone, or because a later round took them over
 */
public record PollRound(long id, int total, int changed, int unchanged, int failed, int skipped, int newEntries) {

    public int done() {
        return changed + unchanged + failed + skipped;
    }

    public boolean finished() {
        return done() >= total;
    }
}
