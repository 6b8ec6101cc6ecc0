package org.broadsheet.api.feeds;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.broadsheet.model.PublishedState;
import org.broadsheet.publish.FeedFormat;
import org.broadsheet.reading.Publishing;
import org.broadsheet.reading.hub.Delta;

/** What is new in streams, piece by piece, each made once for all who have the same. Thread-safe. */
final class Deltas {
    static final int MOST_ENTRIES = 100;

    /** Some readers take no more than 3 MB of an announcement. */
    private static final int MOST_BYTES = 2 << 20;

    private static final int MOST_KEPT = 16 << 20; // bytes in all
    private static final int BYTES_BESIDE = 500;

    private record Since(Wanted wanted, long change) {}

    private record Kept(PublishedState state, Delta delta) {}

    private final Publishing publishing;
    private final Editions editions;
    private final Cache<Since, Kept> made = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((Since since, Kept kept) -> kept.delta().body().length + BYTES_BESIDE)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();

    Deltas(Publishing publishing, Editions editions) {
        this.publishing = publishing;
        this.editions = editions;
    }

    long newest(Wanted wanted) {
        return publishing.state(wanted.published()).change();
    }

    Delta after(Wanted wanted, long change) {
        // Read first: all that it counts is in the store when the entries are read.
        PublishedState state = publishing.state(wanted.published());
        return made.asMap()
                .compute(
                        new Since(wanted, change),
                        (since, old) -> old != null && old.state().equals(state)
                                ? old
                                : new Kept(state, make(since, state.change())))
                .delta();
    }

    /** Fewer entries where they are long; a single one goes out whatever its length. */
    private Delta make(Since since, long newest) {
        for (int most = MOST_ENTRIES; true; most = Math.max(1, most / 4)) {
            Delta delta = make(since, newest, most);
            if (most == 1 || delta.body().length <= MOST_BYTES) {
                return delta;
            }
        }
    }

    private Delta make(Since since, long newest, int most) {
        Wanted wanted = since.wanted();
        FeedFormat format = wanted.format();
        Publishing.Changes changes = publishing.firstSince(wanted.published(), since.change(), most);
        // What is left out of a complete answer is folded into other entries or gone.
        long upto = changes.complete() ? Math.max(changes.upto(), newest) : changes.upto();
        byte[] body = changes.articles().isEmpty() ? new byte[0] : editions.bytes(wanted, Contents.of(wanted, changes));
        return new Delta(body, format.mediaType(), upto);
    }
}
