package org.broadsheet.ingest.opml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.ListedFeed;
import org.junit.jupiter.api.Test;

/** The list that the program brings along. */
class FeedsOpmlTest {
    @Test
    void it_names_at_least_forty_feeds_each_once_with_its_page_and_folder() throws IOException {
        OpmlDocument list = list();

        assertThat(list.problems()).isEmpty();
        assertThat(list.feeds()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(list.feeds()).extracting(ListedFeed::url).doesNotHaveDuplicates();
        assertThat(list.feeds()).extracting(ListedFeed::title).doesNotHaveDuplicates();
        assertThat(list.feeds()).allSatisfy(feed -> {
            assertThat(feed.title()).isNotBlank();
            assertThat(feed.siteUrl()).startsWith("https://");
            assertThat(feed.folders()).hasSize(1);
        });
    }

    @Test
    void every_feed_is_asked_over_tls() throws IOException {
        assertThat(list().feeds()).extracting(ListedFeed::url).allMatch(url -> url.startsWith("https://"));
    }

    @Test
    void folders_are_nested() throws IOException {
        assertThat(list().feeds())
                .flatExtracting(ListedFeed::folders)
                .contains(
                        FolderPath.parse("World"), FolderPath.parse("World/Europe"), FolderPath.parse("Science/Space"));
    }

    @Test
    void it_is_written_as_the_program_writes_lists() throws IOException {
        assertThat(OpmlWriter.write(list())).isEqualTo(bytes());
    }

    private static OpmlDocument list() throws IOException {
        return OpmlReader.read(bytes()).match(OpmlResult.Read::document, unreadable -> {
            throw new AssertionError(unreadable.why().sentence());
        });
    }

    private static byte[] bytes() throws IOException {
        return Files.readAllBytes(Path.of("feeds.opml"));
    }
}
