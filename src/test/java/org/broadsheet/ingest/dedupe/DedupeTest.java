package org.broadsheet.ingest.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.ingest.dedupe.Shelf.entry;

import java.time.Instant;
import java.util.stream.IntStream;
import org.broadsheet.model.IdentityWeakness;
import org.broadsheet.model.ParsedEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What publishers do with their entries from one poll to the next, and what must come of it. */
class DedupeTest {
    private static final String SITE = "https://a.example/";

    private final Shelf shelf = new Shelf();

    @Test
    void the_same_document_brings_nothing_and_a_new_entry_on_top_brings_one() {
        shelf.take(entry("1", SITE + "1", "Ferry sinks"));

        assertThat(shelf.take(entry("1", SITE + "1", "Ferry sinks"))).isEmpty();
        assertThat(shelf.take(entry("2", SITE + "2", "Bridge opens"), entry("1", SITE + "1", "Ferry sinks")))
                .containsExactly("Bridge opens");
        assertThat(shelf.weakness).isNull();
    }

    @Test
    void an_edited_title_is_a_change_of_the_same_entry() {
        shelf.take(entry("1", SITE + "1", "Ferry sinks"));

        assertThat(shelf.take(entry("1", SITE + "1", "All saved from ferry"))).isEmpty();
        assertThat(shelf.changed).isEqualTo(1);
    }

    @Test
    void an_entry_that_moved_to_another_address_under_its_guid_is_the_same() {
        shelf.take(entry("1", SITE + "ferry-sinks", "Ferry sinks"));

        assertThat(shelf.take(entry("1", SITE + "ferry-sinks-all-saved", "Ferry sinks, all saved")))
                .isEmpty();
        assertThat(shelf.take(entry("1", SITE + "ferry-sinks-all-saved?utm_source=rss", "Ferry sinks, all saved")))
                .isEmpty();
        assertThat(shelf.changed).as("marks on a link are no change").isEqualTo(1);
    }

    @Test
    void a_guid_that_is_an_address_stays_the_same_in_https_and_with_other_marks() {
        shelf.take(entry("http://a.example/1", "http://a.example/1", "Ferry sinks"));

        assertThat(shelf.take(entry("https://a.example/1", "https://a.example/1", "Ferry sinks")))
                .isEmpty();
        assertThat(shelf.take(
                        entry("https://a.example/1?utm_source=x", "https://a.example/1?utm_source=x", "Ferry sinks")))
                .isEmpty();
        assertThat(shelf.changed).isZero();
    }

    @Test
    void fresh_guids_at_each_poll_are_seen_through_by_the_links() {
        shelf.take(entry("r1", SITE + "1", "Ferry sinks"), entry("r2", SITE + "2", "Bridge opens"));

        for (int poll = 1; poll < 5; poll++) {
            assertThat(shelf.take(
                            entry("s" + poll, SITE + "1", "Ferry sinks"),
                            entry("t" + poll, SITE + "2", "Bridge opens")))
                    .isEmpty();
            assertThat(shelf.weakness).isEqualTo(IdentityWeakness.GUIDS_CHANGING);
        }
    }

    @Test
    void guids_that_changed_once_are_trusted_again_when_they_stay() {
        shelf.take(entry("r1", SITE + "1", "Ferry sinks"));
        shelf.take(entry("r2", SITE + "1", "Ferry sinks"));
        shelf.take(entry("r2", SITE + "1", "Ferry sinks"), entry("r3", SITE + "2", "Bridge opens"));

        assertThat(shelf.weakness).isNull();
        assertThat(shelf.stored).hasSize(2);
    }

    @Test
    void a_daily_page_with_a_new_guid_and_title_is_a_new_entry_each_day() {
        shelf.take(entry("mon", SITE + "comic", "The cat sleeps"));

        assertThat(shelf.take(entry("tue", SITE + "comic", "A dog barks"))).containsExactly("A dog barks");
    }

    @Test
    void a_daily_page_without_guid_is_a_new_entry_when_title_and_day_are_others() {
        shelf.take(dated(null, SITE + "daily", "The cat sleeps", "2026-05-01T06:00:00Z"));

        assertThat(shelf.take(dated(null, SITE + "daily", "A dog barks", "2026-05-02T06:00:00Z")))
                .containsExactly("A dog barks");
    }

    @Test
    void one_guid_on_all_entries_is_seen_through_whatever_their_order() {
        shelf.take(entry("site", SITE + "1", "Ferry sinks"));

        assertThat(shelf.take(entry("site", SITE + "2", "Bridge opens"), entry("site", SITE + "1", "Ferry sinks")))
                .containsExactly("Bridge opens");
        assertThat(shelf.take(
                        entry("site", SITE + "3", "Tram stops"),
                        entry("site", SITE + "2", "Bridge opens"),
                        entry("site", SITE + "1", "Ferry sinks")))
                .containsExactly("Tram stops");
        assertThat(shelf.changed).isZero();
        assertThat(shelf.weakness).isEqualTo(IdentityWeakness.GUIDS_REPEATED);
    }

    @Test
    void a_constant_guid_in_a_feed_of_one_entry_hides_no_later_entry() {
        assertThat(shelf.take(entry("latest", SITE + "1", "Ferry sinks"))).hasSize(1);
        assertThat(shelf.take(entry("latest", SITE + "2", "Bridge opens"))).hasSize(1);
        assertThat(shelf.take(entry("latest", SITE + "3", "Tram stops"))).hasSize(1);
        assertThat(shelf.take(entry("latest", SITE + "3", "Tram stops"))).isEmpty();
        assertThat(shelf.weakness).isEqualTo(IdentityWeakness.GUIDS_REUSED);
    }

    @Test
    void guids_that_count_positions_move_no_entry() {
        shelf.take(entry("item-1", SITE + "b", "Bridge opens"), entry("item-2", SITE + "a", "Ferry sinks"));

        assertThat(shelf.take(
                        entry("item-1", SITE + "c", "Tram stops"),
                        entry("item-2", SITE + "b", "Bridge opens"),
                        entry("item-3", SITE + "a", "Ferry sinks")))
                .containsExactly("Tram stops");
        assertThat(shelf.weakness).isEqualTo(IdentityWeakness.GUIDS_REUSED);
        assertThat(shelf.titles()).containsExactly("Bridge opens", "Ferry sinks", "Tram stops");
    }

    @Test
    void a_guid_without_link_and_date_is_believed_however_its_text_changes() {
        shelf.take(entry("1", null, null, null, "<p>Tonight at eight</p>"));

        assertThat(shelf.take(entry("1", null, null, null, "<p>Cancelled</p>"))).isEmpty();
        assertThat(shelf.weakness).isNull();
    }

    @Test
    void entries_that_all_link_to_the_front_page_are_told_apart_by_title_and_date() {
        shelf.take(entry(null, SITE, "Poll A"), entry(null, SITE, "Poll B"));

        assertThat(shelf.take(entry(null, SITE, "Poll C"), entry(null, SITE, "Poll A"), entry(null, SITE, "Poll B")))
                .containsExactly("Poll C");
        assertThat(shelf.weakness).isEqualTo(IdentityWeakness.LINKS_REPEATED);
    }

    @Test
    void a_link_that_comes_to_stand_on_several_entries_brings_none_twice() {
        shelf.take(entry(null, SITE + "log", "Version one"));

        assertThat(shelf.take(entry(null, SITE + "log", "Version two"), entry(null, SITE + "log", "Version one")))
                .containsExactly("Version two");
    }

    @Test
    void anchors_on_one_page_tell_entries_apart() {
        assertThat(shelf.take(entry(null, SITE + "log#a", "Added a"), entry(null, SITE + "log#b", "Added b")))
                .hasSize(2);
    }

    @Test
    void a_guid_that_is_dropped_or_added_later_changes_nothing() {
        shelf.take(entry("post-1", SITE + "1", "Ferry sinks"));

        assertThat(shelf.take(entry(null, SITE + "1", "Ferry sinks"))).isEmpty();
        assertThat(shelf.weakness).isEqualTo(IdentityWeakness.GUIDS_MISSING);
        assertThat(shelf.take(entry("post-1", SITE + "1", "Ferry sinks"))).isEmpty();
        assertThat(shelf.take(entry("post-1", SITE + "1", "Ferry sinks, all saved")))
                .isEmpty();
    }

    @Test
    void a_site_that_moves_with_new_guids_and_links_brings_no_entry_twice() {
        shelf.take(post("old", 1), post("old", 2), post("old", 3), post("old", 4));

        assertThat(shelf.take(post("new", 5), post("new", 4), post("new", 3), post("new", 2)))
                .containsExactly("Report number 5 of the harbour");
        assertThat(shelf.take(post("new", 5), post("new", 4), post("new", 3), post("new", 2)))
                .isEmpty();
    }

    @Test
    void an_entry_of_a_site_that_moved_to_another_host_is_found_by_its_path() {
        shelf.take(entry("https://old.example/a/1", "https://old.example/a/1", "Ferry sinks"));

        assertThat(shelf.take(entry("https://new.example/a/1", "https://new.example/a/1", "Ferry sinks")))
                .isEmpty();
        assertThat(shelf.take(entry("https://new.example/a/2", "https://new.example/a/2", "Ferry sinks")))
                .as("another path is another entry")
                .hasSize(1);
    }

    @Test
    void one_title_twice_is_a_coincidence_and_both_are_kept() {
        shelf.take(dated("1", SITE + "1", "Open thread", "2026-05-01T00:00:00Z"));

        assertThat(shelf.take(dated("2", SITE + "2", "Open thread", "2026-05-01T00:00:00Z")))
                .hasSize(1);
    }

    @Test
    void short_notes_without_anything_are_known_by_their_text() {
        ParsedEntry note = entry(null, null, null, null, "<p>A short note</p>");
        shelf.take(note);

        assertThat(shelf.take(entry(null, null, null, null, "<p>Another note</p>"), note))
                .containsExactly("Another note");
    }

    @Test
    void a_deleted_entry_does_not_come_back_even_under_another_guid() {
        shelf.take(entry("1", SITE + "1", "Ferry sinks"));
        shelf.delete("Ferry sinks");

        assertThat(shelf.take(entry("1", SITE + "1", "Ferry sinks, edited"))).isEmpty();
        assertThat(shelf.take(entry("other", SITE + "1", "Ferry sinks"))).isEmpty();
        assertThat(shelf.changed).isZero();
    }

    @Test
    void an_entry_that_changes_for_ever_is_not_followed_for_ever() {
        IntStream.range(0, 40).forEach(i -> shelf.take(entry("1", SITE + "1", "Visitors today: " + i)));

        assertThat(shelf.changed).isEqualTo(24);
    }

    @Test
    void an_empty_document_forgets_nothing_about_the_feed() {
        shelf.take(entry(null, SITE + "1", "Ferry sinks"));
        shelf.take();

        assertThat(shelf.weakness).isEqualTo(IdentityWeakness.GUIDS_MISSING);
    }

    private static ParsedEntry post(String host, int number) {
        return dated(
                host + number,
                "https://" + host + ".example/" + number,
                "Report number " + number + " of the harbour",
                "2026-05-0" + number + "T00:00:00Z");
    }

    private static ParsedEntry dated(@Nullable String guid, @Nullable String url, String title, String at) {
        return entry(guid, url, title, Instant.parse(at), "<p>" + title + "</p>");
    }
}
