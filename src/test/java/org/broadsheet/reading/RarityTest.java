package org.broadsheet.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.model.Headline;
import org.broadsheet.model.Page;
import org.broadsheet.model.Position;
import org.broadsheet.model.Scope;
import org.broadsheet.model.Selection;
import org.broadsheet.store.OnBothDatabases;
import org.broadsheet.store.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RarityTest {
    private static final Selection RAREST =
            Selection.all(Scope.EVERYTHING).withState(Selection.State.UNREAD).withOrder(Selection.Order.RAREST);

    @ParameterizedTest
    @CsvSource({"0,0", "1,0", "2,1", "4,1", "5,2", "30,2", "31,3", "150,3", "151,4", "600,4", "601,5"})
    void a_feed_is_of_a_class_by_its_entries_of_thirty_days(long entries, int rarity) {
        assertThat(Rarity.ofEntries(entries)).isEqualTo(rarity);
    }

    @OnBothDatabases
    void rare_feeds_come_first_and_paging_misses_and_repeats_nothing(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            store.entries(store.feed("https://busy.example/feed", null), titles("Busy", 12));
            store.entries(store.feed("https://weekly.example/feed", null), titles("Weekly", 4));
            store.entries(store.feed("https://rare.example/feed", null), "Rare");

            assertThat(store.titles(RAREST))
                    .startsWith("Rare", "Weekly 3", "Weekly 2", "Weekly 1", "Weekly 0", "Busy 11")
                    .hasSize(17);
            List<String> paged = new ArrayList<>();
            Position after = null;
            do {
                Page<Headline> page = store.headlines.page(store.account, RAREST, after, 3);
                page.items().forEach(headline -> paged.add(headline.entry().title()));
                after = page.next();
            } while (after != null);
            assertThat(paged).isEqualTo(store.titles(RAREST));
        }
    }

    private static String[] titles(String start, int count) {
        return IntStream.range(0, count).mapToObj(i -> start + " " + i).toArray(String[]::new);
    }
}
