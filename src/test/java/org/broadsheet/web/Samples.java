package org.broadsheet.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.broadsheet.model.Entry;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.Feed;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.Headline;
import org.broadsheet.model.LastPoll;
import org.broadsheet.model.LastPoll.Outcome;
import org.broadsheet.model.Source;
import org.broadsheet.reading.Shelf;
import org.jspecify.annotations.Nullable;

/** Headlines and feeds for tests of what needs no store. */
final class Samples {
    static final Texts ENGLISH = Texts.of("en", null);
    static final Edition NOW = new Edition(Instant.parse("2026-11-24T14:00:00Z"), ZoneOffset.UTC, ENGLISH);

    private Samples() {}

    static Headline headline(long id, Instant at, @Nullable String image) {
        Entry entry = new Entry(
                new EntryId(id),
                new FeedId(1),
                "guid",
                null,
                "Headline " + id,
                null,
                "",
                image,
                List.of(),
                List.of(),
                at,
                at,
                at,
                null,
                null,
                0,
                id,
                null);
        Source source = new Source(new FeedId(1), "Source", "https://a.example/feed", null, null, null);
        return new Headline(entry, source, false, false, List.of(), false, List.of());
    }

    static Feed feed(Feed.Status status, int failures, @Nullable LastPoll last, @Nullable Instant next) {
        return new Feed(
                new FeedId(1),
                "https://a.example/feed",
                "A",
                null,
                null,
                null,
                null,
                status,
                next,
                failures,
                5,
                null,
                null,
                List.of(),
                last);
    }

    static LastPoll poll(Outcome outcome, @Nullable ErrorKind kind, @Nullable String error, int added, int changed) {
        Instant at = NOW.at().minus(Duration.ofMinutes(12));
        return new LastPoll(at, outcome, kind, error, null, Duration.ofMillis(80), 900, added, changed);
    }

    static Feed failing(ErrorKind kind) {
        return feed(Feed.Status.FAILING, 1, poll(Outcome.FAILED, kind, null, 0, 0), NOW.at());
    }

    static Shelf shelf(Feed... feeds) {
        return new Shelf(
                List.of(feeds).stream()
                        .map(feed -> new FeedSummary(feed, null, null, 2, null, false))
                        .toList(),
                List.of(),
                List.of());
    }
}
