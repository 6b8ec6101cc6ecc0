package org.broadsheet.ingest.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private final Recent recent = new Recent();

    @Test
    void whatever_repeats_one_of_a_group_repeats_its_first() {
        assertThat(recent.take("a", "https://post.example/ferry", wording("Ferry stays in port", "Post")))
                .isEmpty();
        assertThat(recent.take(
                        "b", "https://post.example/ferry?utm_source=x", wording("No ferry leaves its port", "Post")))
                .contains("a");
        assertThat(recent.take("c", "https://ledger.example/9", wording("No ferry leaves its port", "Ledger")))
                .contains("a");
    }

    @Test
    void a_home_page_tells_nothing() {
        recent.take("a", "https://post.example/", wording("Ferry stays in port", "Post"));

        assertThat(recent.take("b", "https://post.example", wording("Ferry sails again", "Ledger")))
                .isEmpty();
    }

    @Test
    void entries_of_one_paper_on_one_page_with_other_titles_are_several() {
        recent.take("a", "https://show.example/listen", wording("How bees find home", "Show"));

        assertThat(recent.take("b", "https://show.example/listen", wording("Old maps of the moon", "Show")))
                .isEmpty();
    }

    @Test
    void a_page_is_the_same_under_another_title_of_another_paper() {
        recent.take("a", "https://post.example/1", wording("Ferry stays in port", "Post"));

        assertThat(recent.take("b", "http://www.post.example/1", wording("Links of my day", "Diary")))
                .contains("a");
    }

    @Test
    void old_entries_are_forgotten() {
        recent.take("a", null, wording("Ferry stays in port today", "Post"));
        for (int i = 0; i < 200_000; i++) {
            recent.take("n" + i, null, wording("", "Post"));
        }

        assertThat(recent.take("b", null, wording("Ferry stays in port today", "Ledger")))
                .isEmpty();
    }

    private static Wording wording(String title, String source) {
        return Wording.of(title, "", NOON, source);
    }
}
