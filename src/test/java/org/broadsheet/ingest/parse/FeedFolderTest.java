package org.broadsheet.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each file of {@code feeds/} tells its story and its facts itself: see {@link Facts}. */
class FeedFolderTest {
    private static final Path FOLDER = Path.of("src/test/resources/feeds");

    @TestFactory
    List<DynamicTest> each_document_reads_as_its_facts_say() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.toString().endsWith(".facts"))
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
                    .toList();
        }
    }

    private static void check(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Facts facts = Facts.of(file, bytes);
        JsonNode said = facts.tree(FeedParser.parse(new FeedDocument(bytes, facts.contentType(), facts.base())));
        assertThat(facts.claims()).as("a file without facts proves nothing").isNotEmpty();
        facts.claims()
                .forEach((path, value) ->
                        assertThat(Facts.at(said, path)).as(path).isEqualTo(value));
    }
}
