package org.broadsheet.bench.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.broadsheet.cli.demo.Newsroom;
import org.broadsheet.publish.FeedFormat;
import org.broadsheet.reading.TestStore;
import org.junit.jupiter.api.Test;

class RepublishTest {
    private static final Pattern ADDRESS = Pattern.compile("xmlUrl=\"([^\"]+)\"");
    private static final Instant NOW = TestStore.NOON;

    @Test
    void the_feeds_of_the_demo_are_valid_when_they_are_published_again() throws Exception {
        try (Newsroom newsroom = new Newsroom(InstantSource.fixed(NOW));
                Republishing republishing = new Republishing()) {
            List<String> addresses = addresses(newsroom);
            assertThat(addresses).hasSizeGreaterThan(8);
            assertThat(republishing.takeIn(addresses)).isEmpty();
            assertThat(republishing.entries()).isGreaterThan(100);
            for (FeedFormat format : FeedFormat.values()) {
                assertThat(republishing.check(format))
                        .hasSizeGreaterThan(10)
                        .allSatisfy(document -> assertThat(document.findings()).isEmpty());
            }
        }
    }

    private static List<String> addresses(Newsroom newsroom) {
        String opml = new String(newsroom.opml(), StandardCharsets.UTF_8);
        return ADDRESS.matcher(opml)
                .results()
                .map((MatchResult address) -> address.group(1))
                .toList();
    }
}
