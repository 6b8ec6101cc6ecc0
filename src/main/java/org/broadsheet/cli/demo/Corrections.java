package org.broadsheet.cli.demo;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** What the papers correct after printing it, so that a visitor sees an article change. Pure. */
final class Corrections {
    /** Of the new pieces, one in so many is corrected. */
    private static final int ONE_IN = 3;

    private static final String CORRECTION =
            "\n\n> Correction: an earlier version of this article gave the wrong day. We regret the error.";

    private Corrections() {}

    /**
     * The pieces with their corrections. A piece is corrected when the paper prints the next one.
     *
     * @param pieces newest first
     * @param start what was there from the start stays as it is
     */
    static List<Piece> in(List<Piece> pieces, Instant start) {
        return IntStream.range(0, pieces.size())
                .mapToObj(i -> {
                    Piece piece = pieces.get(i);
                    boolean wrong = Math.floorMod(piece.key().hashCode(), ONE_IN) == 0;
                    return i > 0 && wrong && piece.published().isAfter(start) ? corrected(piece) : piece;
                })
                .toList();
    }

    private static Piece corrected(Piece piece) {
        Draft draft = piece.draft();
        Draft corrected = new Draft(
                draft.key(),
                draft.papers(),
                draft.offset(),
                draft.headlines(),
                draft.author(),
                draft.tags(),
                draft.figure(),
                draft.sound(),
                draft.body() + CORRECTION);
        return new Piece(piece.paper(), piece.key(), corrected, piece.published());
    }
}
