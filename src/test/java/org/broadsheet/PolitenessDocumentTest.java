package org.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds that the tests which docs/politeness.md names are there. */
class PolitenessDocumentTest {
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    @Test
    void each_rule_is_held_by_a_test_that_is_there() throws IOException {
        List<String> named = TEST.matcher(Files.readString(Path.of("docs/politeness.md")))
                .results()
                .map(match -> match.group(1) + "." + match.group(2))
                .toList();
        assertThat(named)
                .hasSizeGreaterThan(25)
                .allSatisfy(test -> assertThat(isThere(test)).isTrue());
    }

    private static boolean isThere(String test) throws IOException {
        String type = test.substring(0, test.indexOf('.'));
        String method = test.substring(test.indexOf('.') + 1);
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.endsWith(type + ".java")).anyMatch(file -> holds(file, method));
        }
    }

    private static boolean holds(Path file, String method) {
        try {
            return Files.readString(file).contains("void " + method + "(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
