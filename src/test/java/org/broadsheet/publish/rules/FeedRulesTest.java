package org.broadsheet.publish.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.broadsheet.publish.FeedFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule fires on a document that breaks it: the good document of a format with one thing in it put in place of another,
 * as {@code breaches.FORMAT.txt} lists them.
 */
class FeedRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    /** One thing that is wrong: {@code rule | what is in the good document | what is there instead}. */
    record Breach(FeedFormat format, String rule, String good, String bad) {
        byte[] document() {
            String document = FeedRulesTest.good(format);
            assertThat(document).contains(good);
            return document.replace(good, bad).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return rule + ": " + bad;
        }
    }

    private static String good(FeedFormat format) {
        return resource("good." + format.extension());
    }

    static Stream<Breach> breaches() {
        return Arrays.stream(FeedFormat.values()).flatMap(FeedRulesTest::breaches);
    }

    private static Stream<Breach> breaches(FeedFormat format) {
        return resource("breaches." + format.extension() + ".txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("--"))
                .map(line -> line.split(" \\| ?", -1))
                .map(parts -> new Breach(format, parts[0], parts[1], parts[2].translateEscapes()));
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void a_good_document_breaks_none(FeedFormat format) {
        assertThat(FeedRules.check(format, good(format).getBytes(StandardCharsets.UTF_8), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void a_document_that_breaks_a_rule_is_found(Breach breach) {
        assertThat(FeedRules.check(breach.format(), breach.document(), NOW))
                .extracting(Finding::rule)
                .contains(breach.rule());
    }

    @Test
    void every_rule_is_broken_by_a_document_of_each_of_its_formats() {
        for (FeedFormat format : FeedFormat.values()) {
            assertThat(breaches(format).map(Breach::rule).distinct())
                    .containsExactlyInAnyOrderElementsOf(names(format));
        }
    }

    private static List<String> names(FeedFormat format) {
        List<String> names = new ArrayList<>(List.of(FeedRules.WELL_FORMED));
        switch (format) {
            case ATOM -> FeedRules.atom(NOW).forEach(rule -> names.add(rule.name()));
            case RSS -> FeedRules.rss(NOW).forEach(rule -> names.add(rule.name()));
            case JSON -> FeedRules.json(NOW).forEach(rule -> names.add(rule.name()));
        }
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.equals(name.toLowerCase(Locale.ROOT)));
        return names;
    }

    private static String resource(String name) {
        try (InputStream in = FeedRulesTest.class.getResourceAsStream("/publish/rules/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
