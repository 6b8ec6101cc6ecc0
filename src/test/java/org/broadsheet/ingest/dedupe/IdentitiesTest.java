package org.broadsheet.ingest.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.ingest.dedupe.Shelf.entry;

import java.util.List;
import org.broadsheet.model.IdentityRule;
import org.broadsheet.model.IdentityWeakness;
import org.broadsheet.model.ParsedEntry;
import org.junit.jupiter.api.Test;

class IdentitiesTest {
    @Test
    void an_entry_is_known_by_its_guid_else_its_link_else_its_title_else_its_text() {
        List<Candidate> candidates = Identities.of(
                List.of(
                        entry("id-1", "https://a.example/1", "One"),
                        entry(null, "https://a.example/2", "Two"),
                        entry(null, null, "Three"),
                        entry(null, null, null)),
                null);

        assertThat(candidates)
                .extracting(candidate -> candidate.identity().rule())
                .containsExactly(IdentityRule.GUID, IdentityRule.LINK, IdentityRule.CONTENT, IdentityRule.CONTENT);
        assertThat(candidates)
                .extracting(candidate -> candidate.key().substring(0, 2))
                .containsExactly("g:", "l:", "t:", "c:");
    }

    @Test
    void a_home_page_is_no_link_of_an_entry() {
        assertThat(rule(entry(null, "https://a.example/", "One"))).isEqualTo(IdentityRule.CONTENT);
        assertThat(rule(entry(null, "https://a.example/?p=1", "One"))).isEqualTo(IdentityRule.LINK);
    }

    @Test
    void in_a_feed_whose_guids_cannot_be_trusted_the_link_comes_first() {
        ParsedEntry one = entry("id-1", "https://a.example/1", "One");

        Candidate candidate =
                Identities.of(List.of(one), IdentityWeakness.GUIDS_REUSED).get(0);

        assertThat(candidate.identity().rule()).isEqualTo(IdentityRule.LINK);
        assertThat(candidate.identity().guid()).isEqualTo("id-1");
    }

    @Test
    void a_guid_on_several_entries_tells_nothing_whatever_their_order() {
        ParsedEntry one = entry("same", "https://a.example/1", "One");
        ParsedEntry two = entry("same", "https://a.example/2", "Two");
        ParsedEntry three = entry("same", "https://a.example/3", "Three");

        assertThat(keys(one, two)).doesNotHaveDuplicates().hasSize(2);
        assertThat(keys(three, one, two)).containsAll(keys(one, two)).hasSize(3);
    }

    @Test
    void an_entry_repeated_word_for_word_counts_once() {
        ParsedEntry one = entry("id-1", "https://a.example/1", "One");

        assertThat(keys(one, one)).hasSize(1);
    }

    @Test
    void a_guid_as_long_as_an_article_makes_a_short_key() {
        assertThat(keys(entry("x".repeat(100_000), null, "One")).get(0)).hasSizeLessThan(100);
    }

    private static IdentityRule rule(ParsedEntry entry) {
        return Identities.of(List.of(entry), null).get(0).identity().rule();
    }

    private static List<String> keys(ParsedEntry... entries) {
        return Identities.of(List.of(entries), null).stream()
                .map(Candidate::key)
                .toList();
    }
}
