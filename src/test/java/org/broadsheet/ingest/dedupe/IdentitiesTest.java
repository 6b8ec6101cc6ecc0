package org.broadsheet.ingest.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.IdentityRule;
import org.broadsheet.model.KnownEntry;
import org.broadsheet.model.ParsedEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentitiesTest {
    @Test
    void an_entry_is_known_by_its_guid_else_its_link_else_its_content() {
        List<Candidate> candidates = Identities.of(List.of(
                entry("id-1", "https://a.example/1", "One"),
                entry(null, "https://a.example/2", "Two"),
                entry(null, null, "Three")));

        assertThat(candidates)
                .extracting(Candidate::rule)
                .containsExactly(IdentityRule.GUID, IdentityRule.LINK, IdentityRule.CONTENT);
    }

    @Test
    void a_guid_on_several_entries_tells_nothing_whatever_their_order() {
        ParsedEntry one = entry("same", "https://a.example/1", "One");
        ParsedEntry two = entry("same", "https://a.example/2", "Two");
        ParsedEntry three = entry("same", "https://a.example/3", "Three");

        List<String> before =
                Identities.of(List.of(one, two)).stream().map(Candidate::key).toList();
        List<String> after = Identities.of(List.of(three, one, two)).stream()
                .map(Candidate::key)
                .toList();

        assertThat(before).doesNotHaveDuplicates().hasSize(2);
        assertThat(after).containsAll(before).hasSize(3);
    }

    @Test
    void an_entry_repeated_word_for_word_counts_once() {
        ParsedEntry one = entry("id-1", "https://a.example/1", "One");

        assertThat(Identities.of(List.of(one, one))).hasSize(1);
    }

    @Test
    void a_guid_as_long_as_an_article_makes_a_short_key() {
        Candidate candidate =
                Identities.of(List.of(entry("x".repeat(100_000), null, "One"))).get(0);

        assertThat(candidate.key()).hasSizeLessThan(100);
    }

    @Test
    void a_stored_entry_in_the_same_words_is_left_alone_and_in_others_is_looked_at() {
        Candidate now = Identities.of(List.of(entry("id-1", null, "One"))).get(0);
        KnownEntry same = new KnownEntry(new EntryId(1), now.key(), now.rawHash(), "content", 0);
        KnownEntry edited = new KnownEntry(new EntryId(1), now.key(), "other", "content", 0);

        assertThat(Dedupe.decide(List.of(now), Map.of(now.key(), same))).isEqualTo(new Decision(List.of(), List.of()));
        assertThat(Dedupe.decide(List.of(now), Map.of(now.key(), edited)).suspects())
                .hasSize(1);
        assertThat(Dedupe.decide(List.of(now), Map.of()).added()).containsExactly(now);
    }

    @Test
    void an_entry_that_changes_for_ever_is_not_followed_for_ever() {
        assertThat(Dedupe.isChange(known(0), "new words")).isTrue();
        assertThat(Dedupe.isChange(known(0), "content")).isFalse();
        assertThat(Dedupe.isChange(known(24), "new words")).isFalse();
    }

    private static KnownEntry known(int revisions) {
        return new KnownEntry(new EntryId(1), "g:1", "raw", "content", revisions);
    }

    private static ParsedEntry entry(@Nullable String guid, @Nullable String url, String title) {
        return new ParsedEntry(
                guid,
                url,
                null,
                title,
                "<p>" + title + "</p>",
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                List.of());
    }
}
