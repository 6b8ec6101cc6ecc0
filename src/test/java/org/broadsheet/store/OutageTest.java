package org.broadsheet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.atomic.AtomicBoolean;
import org.broadsheet.model.FeedId;
import org.broadsheet.reading.TestStore;
import org.junit.jupiter.api.Test;

class OutageTest {
    @Test
    void while_the_database_is_away_changes_are_refused_and_afterwards_they_are_made() {
        try (TestStore store = TestStore.on(TestDatabase.POSTGRESQL)) {
            AtomicBoolean fatal = new AtomicBoolean();
            store.writer.onFatal(trouble -> fatal.set(true));
            FeedId feed = store.feed("https://a.example/feed", null);
            store.entries(feed, "before");
            Outage outage = new Outage(store.place);
            assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> store.entries(feed, "lost"));
            assertThat(store.writer.trouble())
                    .hasValueSatisfying(trouble -> assertThat(trouble).startsWith("The database does not answer"));
            assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> store.entries(feed, "refused"));
            outage.close();
            while (store.writer.trouble().isPresent() && !fatal.get()) {
                Thread.onSpinWait();
            }
            store.entries(feed, "after");

            assertThat(fatal).isFalse();
            assertThat(store.all())
                    .extracting(headline -> headline.entry().title())
                    .containsExactlyInAnyOrder("before", "after");
        }
    }

    @Test
    void a_writer_closes_while_the_database_is_away() {
        TestStore store = TestStore.on(TestDatabase.POSTGRESQL);
        Outage outage = new Outage(store.place);
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> store.feed("https://a.example/feed", null));
        store.close();
        outage.close();

        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> store.writer.write(handle -> true));
    }
}
