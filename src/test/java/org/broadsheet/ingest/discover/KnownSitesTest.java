package org.broadsheet.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownSitesTest {
    @ParameterizedTest
    @CsvSource({
        "https://www.youtube.com/playlist?list=PL12ab_-, https://www.youtube.com/feeds/videos.xml?playlist_id=PL12ab_-",
        "https://m.youtube.com/user/somebody/videos, https://www.youtube.com/feeds/videos.xml?user=somebody",
        "https://old.reddit.com/r/java/, https://www.reddit.com/r/java/.rss",
        "https://www.reddit.com/r/java/top/?t=week, https://www.reddit.com/r/java/top/.rss",
        "https://github.com/o/r/releases, https://github.com/o/r/releases.atom",
        "https://github.com/o/r/commits/main/, https://github.com/o/r/commits/main.atom",
        "https://github.com/somebody, https://github.com/somebody.atom",
        "https://gitlab.com/g/s/p/-/releases, https://gitlab.com/g/s/p/-/tags?format=atom",
        "https://bsky.app/profile/ann.example, https://bsky.app/profile/ann.example/rss",
        "https://medium.com/@ann, https://medium.com/feed/@ann",
        "https://ann.substack.com/archive, https://ann.substack.com/feed",
        "https://news.ycombinator.com/, https://news.ycombinator.com/rss",
        "https://stackoverflow.com/questions/tagged/java, https://stackoverflow.com/feeds/tag/java",
        "https://arxiv.org/list/cs.DB/recent, https://rss.arxiv.org/rss/cs.DB",
        "https://pypi.org/project/feedparser/, https://pypi.org/rss/project/feedparser/releases.xml"
    })
    void a_page_of_a_known_site_leads_to_its_feed(String page, String feed) {
        assertThat(KnownSites.feedsOf(page)).extracting(FoundFeed::url).containsExactly(feed);
    }

    @Test
    void a_page_with_several_feeds_leads_to_all() {
        assertThat(KnownSites.feedsOf("https://github.com/o/r.js"))
                .extracting(FoundFeed::url)
                .containsExactly(
                        "https://github.com/o/r.js/releases.atom",
                        "https://github.com/o/r.js/commits.atom",
                        "https://github.com/o/r.js/tags.atom");
        assertThat(KnownSites.feedsOf("https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv"))
                .extracting(FoundFeed::title)
                .isEqualTo(List.of("Videos", "Videos without Shorts"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://news.example/",
                "https://github.com/o/r/releases.atom",
                "https://www.reddit.com/r/java/.rss",
                "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv",
                "https://bsky.app/profile/ann.example/rss",
                "https://notgithub.com/o/r",
                "https://github.com:8443/o/r",
                "https://github.com.evil.example/o/r"
            })
    void any_other_address_is_left_alone(String url) {
        assertThat(KnownSites.feedsOf(url)).isEmpty();
    }

    @Test
    void a_handle_of_the_fediverse_is_its_page() {
        assertThat(KnownSites.pageOfHandle(" @ann@social.example ")).isEqualTo("https://social.example/@ann");
        assertThat(KnownSites.pageOfHandle("ann@mail.example")).isEqualTo("ann@mail.example");
    }
}
