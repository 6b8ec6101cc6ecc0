package org.broadsheet.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CorrectionsTest {
    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");

    @Test
    void some_pieces_are_corrected_when_the_next_one_is_printed_and_stay_so() {
        List<Piece> pieces = pieces(30, START);

        List<Piece> corrected = Corrections.in(pieces, START);

        assertThat(changed(corrected)).isGreaterThan(3).isLessThan(20);
        assertThat(corrected.get(0)).as("the newest is as it was printed").isEqualTo(pieces.get(0));
        assertThat(Corrections.in(pieces.subList(5, 30), START).subList(1, 25)).isEqualTo(corrected.subList(6, 30));
    }

    @Test
    void what_was_there_from_the_start_stays_as_it_is() {
        List<Piece> pieces = pieces(30, START);

        assertThat(Corrections.in(pieces, START.plusSeconds(3600))).isEqualTo(pieces);
    }

    private static long changed(List<Piece> pieces) {
        return pieces.stream()
                .filter(piece -> piece.draft().body().contains("Correction"))
                .count();
    }

    private static List<Piece> pieces(int count, Instant start) {
        return IntStream.range(0, count)
                .mapToObj(i -> piece("piece-" + i, start.plusSeconds(i + 1)))
                .sorted(Comparator.comparing(Piece::published).reversed())
                .toList();
    }

    private static Piece piece(String key, Instant published) {
        Draft draft = new Draft(key, List.of(), null, List.of("H"), "", List.of(), null, "", "Text");
        return new Piece(Paper.HARBOUR_POST, key, draft, published);
    }
}
