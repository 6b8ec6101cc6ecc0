package org.broadsheet.bench;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MutationsTest {
    @Test
    void no_exception_escapes_from_reading_and_cleaning_two_thousand_mutated_feeds() throws IOException {
        Mutations mutations = new Mutations(Corpus.in(Corpus.OWN), 1, 8_000);
        for (int number = 0; number < 2_000; number++) {
            byte[] document = mutations.document(number);
            assertThatCode(() -> WholeReading.line(document))
                    .as("document %d of seed 1", number)
                    .doesNotThrowAnyException();
        }
    }
}
