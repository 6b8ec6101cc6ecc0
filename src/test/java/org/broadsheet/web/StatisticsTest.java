package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.reading.TestStore.NOON;
import static org.broadsheet.reading.TestStore.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.Published;
import org.broadsheet.reading.TestStore;
import org.broadsheet.store.OnBothDatabases;
import org.broadsheet.store.TestDatabase;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    @Test
    void the_page_counts_by_day_by_hour_and_by_source() {
        try (Site site = new Site()) {
            FeedId busy = site.store.feed("https://busy.example/feed", "World");
            FeedId quiet = site.store.feed("https://quiet.example/feed", null);
            site.store.entries(busy, "One", "Two", "Three");
            site.store.put(quiet, entry("Yesterday", NOON.minus(Duration.ofDays(1))));

            Document page = site.page("/statistics");

            assertThat(page.select(".heading p").text()).startsWith("4 headlines in 30 days from 2 sources");
            assertThat(page.select("svg.hours title").eachText())
                    .contains("25 November: 3", "24 November: 1", "12:00: 2", "11:00: 1");
            assertThat(page.select(".bars").get(0).select("li").eachText())
                    .containsExactly("busy.example 3", "quiet.example 1");
            assertThat(page.select(".bars").get(1).select("li").eachText()).containsExactly("World 3");
        }
    }

    @OnBothDatabases
    void entries_are_counted_by_the_hour(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            FeedId feed = store.feed("https://a.example/feed", null);
            store.put(
                    feed,
                    entry("Old", NOON.minus(Duration.ofDays(40))),
                    entry("First", NOON.minus(Duration.ofMinutes(50))),
                    entry("Second", NOON.minus(Duration.ofMinutes(10))));

            assertThat(store.room.statistics().published(store.account, feed, Duration.ofDays(30)))
                    .containsExactly(new Published(feed, NOON.minus(Duration.ofHours(1)), 2));
            assertThat(store.room.statistics().polls(store.account, Duration.ofDays(7)))
                    .isEmpty();
        }
    }

    @Test
    void a_source_is_silent_for_longer_than_usual_after_four_of_its_usual_pauses_and_a_week() {
        List<Published> weekly = every(Duration.ofDays(7), 6);
        Instant last = weekly.get(5).hour();

        assertThat(Silence.unusual(weekly, last.plus(Duration.ofDays(27)))).isEmpty();
        assertThat(Silence.unusual(weekly, last.plus(Duration.ofDays(29)))).hasValue(last);
        List<Published> hourly = every(Duration.ofHours(1), 6);
        assertThat(Silence.unusual(hourly, hourly.get(5).hour().plus(Duration.ofDays(6))))
                .isEmpty();
        assertThat(Silence.unusual(weekly.subList(0, 3), NOON)).isEmpty();
    }

    private static List<Published> every(Duration pause, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> new Published(
                        new FeedId(1), NOON.minus(Duration.ofDays(200)).plus(pause.multipliedBy(i)), 1))
                .toList();
    }
}
