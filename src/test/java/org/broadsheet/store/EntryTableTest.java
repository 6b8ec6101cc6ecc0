package org.broadsheet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.model.FeedId;
import org.broadsheet.reading.TestStore;

class EntryTableTest {
    /** The largest document that is read has 50,000 entries of up to four keys; H2 takes no more than 65,536 values at once. */
    @OnBothDatabases
    void entries_are_known_among_more_keys_than_a_database_takes_at_once(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            FeedId feed = store.feed("https://a.example/feed", null);
            store.entries(feed, "known");
            String key = store.entryTable.newest(feed, 1).get(0).identityKey();
            List<String> keys = Stream.concat(IntStream.range(0, 120_000).mapToObj(i -> "g:" + i), Stream.of(key))
                    .toList();

            assertThat(store.entryTable.known(feed, keys)).containsOnlyKeys(key);
        }
    }
}
