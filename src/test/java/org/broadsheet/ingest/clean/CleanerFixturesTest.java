package org.broadsheet.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each file in {@code src/test/resources/html}: its story and base, the input, the expected outcome. */
final class CleanerFixturesTest {
    private static final Path FOLDER = Path.of("src/test/resources/html");
    private static final Pattern FORM =
            Pattern.compile("<!-- (.*?)\\nbase: (\\S+)\\n-->\\n(.*)\\n<!-- expected -->\\n(.*)\\n", Pattern.DOTALL);

    private record Fixture(String story, URI base, String input, String expected) {}

    @TestFactory
    Stream<DynamicTest> each_file_comes_out_as_it_says() {
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    Fixture fixture = read(file);
                    assertThat(Cleaner.clean(fixture.input, fixture.base).value())
                            .as(fixture.story)
                            .isEqualTo(fixture.expected);
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_was_cleaned_does_not_change_when_it_is_cleaned_again() {
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    Fixture fixture = read(file);
                    assertThat(Cleaner.clean(fixture.expected, fixture.base).value())
                            .isEqualTo(fixture.expected);
                }));
    }

    @Test
    void there_are_fixtures() {
        assertThat(files()).hasSizeGreaterThan(15);
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static Fixture read(Path file) throws IOException {
        Matcher parts = FORM.matcher(Files.readString(file));
        assertThat(parts.matches()).as("the form of " + file).isTrue();
        return new Fixture(parts.group(1), URI.create(parts.group(2)), parts.group(3), parts.group(4));
    }
}
