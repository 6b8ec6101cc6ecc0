package org.broadsheet.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.Headline;
import org.broadsheet.model.Label;
import org.broadsheet.model.LabelId;
import org.broadsheet.model.Scope;
import org.broadsheet.model.Selection;
import org.broadsheet.model.Selection.State;
import org.broadsheet.model.Stretch;
import org.broadsheet.store.OnBothDatabases;
import org.broadsheet.store.TestDatabase;
import org.junit.jupiter.api.Test;

class LabellingTest {
    @OnBothDatabases
    void a_label_collects_entries_of_all_feeds_and_goes_with_the_last_of_them(TestDatabase database) {
        try (TestStore store = TestStore.on(database)) {
            store.entries(store.feed("https://a.example/feed", "World"), "One", "Two");
            store.entries(store.feed("https://b.example/feed", null), "Three");

            Label later = store.labelling
                    .add(store.account, id(store, "One"), "Später")
                    .orElseThrow();
            store.labelling.add(store.account, id(store, "Three"), "SPÄTER");
            store.labelling.add(store.account, id(store, "Three"), "SPÄTER");

            assertThat(store.shelves.of(store.account).labels())
                    .extracting(
                            summary -> summary.label().name(),
                            summary -> summary.label().slug(),
                            summary -> summary.entries())
                    .containsExactly(tuple("Später", "spater", 2L));
            assertThat(titles(store, labelled(later))).containsExactlyInAnyOrder("One", "Three");
            assertThat(store.labelling.of(store.account, id(store, "One"))).containsExactly(later);

            assertThat(store.labelling.remove(store.account, id(store, "One"), later.id()))
                    .isTrue();
            assertThat(store.labelling.remove(store.account, id(store, "One"), later.id()))
                    .isFalse();
            assertThat(store.labelling.remove(store.account, id(store, "Three"), later.id()))
                    .isTrue();

            assertThat(store.shelves.of(store.account).labels()).isEmpty();
            assertThat(store.labelling.bySlug(store.account, "spater")).isEmpty();
        }
    }

    @OnBothDatabases
    void what_is_unread_with_a_label_is_listed_and_marked_by_itself(TestDatabase database) {
        try (TestStore store = TestStore.on(database)) {
            FeedId feed = store.feed("https://a.example/feed", null);
            store.entries(feed, "One", "Two", "Three");
            Label label =
                    store.labelling.add(store.account, id(store, "One"), "x").orElseThrow();
            store.labelling.add(store.account, id(store, "Two"), "x");
            store.marking.set(store.account, id(store, "Two"), true, null);
            Selection unread = labelled(label).withState(State.UNREAD);

            assertThat(titles(store, unread)).containsExactly("One");
            store.bulkMarking.markRead(store.account, unread.scope(), Stretch.ALL, store.headlines.change());

            assertThat(titles(store, unread)).isEmpty();
            assertThat(titles(store, Selection.all(Scope.EVERYTHING).withState(State.UNREAD)))
                    .containsExactly("Three");
        }
    }

    @Test
    void nobody_labels_what_is_not_theirs_or_takes_off_another_accounts_label() {
        try (TestStore store = TestStore.h2()) {
            store.entries(store.feed("https://a.example/feed", null), "One");
            EntryId one = id(store, "One");
            Label label = store.labelling.add(store.account, one, "mine").orElseThrow();
            AccountId stranger = new AccountId(store.account.value() + 1);

            assertThat(store.labelling.add(stranger, one, "theirs")).isEmpty();
            assertThat(store.labelling.of(stranger, one)).isEmpty();
            assertThat(store.labelling.remove(stranger, one, label.id())).isFalse();
            assertThat(store.headlines.page(stranger, labelled(label), null, 10).items())
                    .isEmpty();
            assertThat(store.labelling.add(store.account, new EntryId(4_711), "nothing"))
                    .isEmpty();
            assertThat(store.labelling.remove(store.account, one, new LabelId(4_711)))
                    .isFalse();
            assertThat(store.labelling.of(store.account, one)).containsExactly(label);
        }
    }

    private static Selection labelled(Label label) {
        return Selection.all(new Scope.Labelled(label.id()));
    }

    private static List<String> titles(TestStore store, Selection selection) {
        return store.headlines.page(store.account, selection, null, 50).items().stream()
                .map(headline -> headline.entry().title())
                .toList();
    }

    private static EntryId id(TestStore store, String title) {
        return store.all().stream()
                .map(Headline::entry)
                .filter(entry -> entry.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
