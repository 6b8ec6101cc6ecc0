package org.broadsheet.bench.feeds;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.NewEntry;
import org.broadsheet.reading.TestStore;

/** News that keep coming, three entries at a time, from one feed after the other. */
final class Arrivals implements AutoCloseable {
    private static final int TOGETHER = 3;
    private static final long PAUSE_MILLIS = 20;

    private final TestStore store;
    private final List<FeedId> feeds;
    private final String name;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<Integer> stored;
    private volatile boolean over;

    /**
     * Begins.
     *
     * @param name of these news, unlike that of others before
     */
    Arrivals(TestStore store, List<FeedId> feeds, String name) {
        this.store = store;
        this.feeds = feeds;
        this.name = name;
        this.stored = thread.submit(this::comeIn);
    }

    private int comeIn() throws InterruptedException {
        int count = 0;
        while (!over) {
            NewEntry[] entries = new NewEntry[TOGETHER];
            for (int i = 0; i < TOGETHER; i++) {
                entries[i] = TestStore.entry(name + " " + (count + i), store.clock.instant());
            }
            store.put(feeds.get(count / TOGETHER % feeds.size()), entries);
            count += TOGETHER;
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        return count;
    }

    /** Ends them; how many entries came. */
    int end() throws InterruptedException, ExecutionException {
        over = true;
        return stored.get();
    }

    @Override
    public void close() {
        over = true;
        thread.shutdown();
    }
}
