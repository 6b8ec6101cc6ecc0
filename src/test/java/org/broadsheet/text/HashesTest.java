package org.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HashesTest {
    @Test
    void a_part_ends_where_it_ends() {
        assertThat(Hashes.of("ab", "c")).isNotEqualTo(Hashes.of("a", "bc"));
        assertThat(Hashes.check(List.of("ab", "c"))).isNotEqualTo(Hashes.check(List.of("a", "bc")));
    }

    @Test
    void nothing_is_not_an_empty_text() {
        assertThat(Hashes.of("a", null)).isNotEqualTo(Hashes.of("a", ""));
        assertThat(Hashes.check(Arrays.asList("a", null))).isNotEqualTo(Hashes.check(List.of("a", "")));
    }

    @Test
    void a_document_of_which_two_bytes_were_changed_is_another() {
        byte[] document = "A headline, and what follows it.\n".repeat(60).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(11);
        Set<String> checks = IntStream.range(0, 20_000)
                .mapToObj(i -> {
                    byte[] changed = document.clone();
                    changed[random.nextInt(1000)] = (byte) i;
                    changed[1000 + random.nextInt(900)] = (byte) (i >> 8 | 0x80);
                    return Hashes.check(changed);
                })
                .collect(Collectors.toSet());
        assertThat(checks).hasSizeGreaterThan(19_900).doesNotContain(Hashes.check(document));
        assertThat(Hashes.check(document))
                .isEqualTo(Hashes.check(document.clone()))
                .hasSize(22);
    }
}
