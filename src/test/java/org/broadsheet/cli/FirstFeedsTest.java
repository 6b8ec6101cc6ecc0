package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.broadsheet.config.ConfigReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class FirstFeedsTest {
    @TempDir
    private Path folder;

    @Test
    void a_first_start_says_how_many_feeds_are_followed_from_where_and_the_next_does_not() throws Exception {
        Path list = Files.writeString(folder.resolve("mine.opml"), """
                <opml version="2.0"><body><outline type="rss" text="Post" xmlUrl="https://post.example/feed"/></body></opml>""");
        Map<String, String> settings =
                Map.of("BROADSHEET_DATA_DIR", folder.resolve("data").toString(), "BROADSHEET_OPML", list.toString());
        Logger log = (Logger) LoggerFactory.getLogger(Node.class);
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        log.addAppender(said);
        try {
            for (int start = 0; start < 2; start++) {
                try (Node node = Node.open(ConfigReader.read(null, settings), InstantSource.system())) {
                    node.subscribeToDefaults();
                }
            }
        } finally {
            log.detachAppender(said);
        }
        assertThat(said.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .filteredOn(line -> line.contains("mine.opml"))
                .containsExactly("Following 1 feeds of " + list + "." + Defaults.HOW_TO_CHANGE);
    }

    @Test
    void feeds_that_nobody_chose_are_told_to_come_with_the_program() {
        assertThat(Defaults.told(31, true, "feeds.opml"))
                .isEqualTo(
                        "Following 31 feeds of the list that comes with Broadsheet, because there is no feeds.opml here."
                                + Defaults.HOW_TO_CHANGE);
    }
}
