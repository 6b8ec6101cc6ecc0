package org.broadsheet.publish;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.broadsheet.ingest.clean.Cleaner;
import org.broadsheet.model.Article;
import org.broadsheet.model.Enclosure;
import org.broadsheet.model.Entry;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.Headline;
import org.broadsheet.model.SafeHtml;
import org.broadsheet.model.Sighting;
import org.broadsheet.model.Source;
import org.jspecify.annotations.Nullable;

/** Streams for the tests of the writers. */
final class Streams {
    static final String HTML = "<p>It is <b>dry</b> &amp; cold; x ]]&gt; y 🌍 שלום</p>";
    static final Instant PUBLISHED = Instant.parse("2026-03-02T07:05:00Z");
    static final Instant UPDATED = Instant.parse("2026-03-02T09:30:00Z");
    static final Instant SEEN = Instant.parse("2026-03-02T07:10:00Z");

    private Streams() {}

    static OutgoingFeed of(Article... entries) {
        return new OutgoingFeed(
                "Front & page",
                "tag:news.example,2026:stream/front",
                new Site("news.example", URI.create("https://reader.example/b")),
                URI.create("https://reader.example/b/feed.atom"),
                URI.create("https://reader.example/b/?folder=a&x=b"),
                UPDATED,
                List.of(entries),
                Extent.WHOLE,
                List.of());
    }

    /** One entry with everything it can have. */
    static Article full() {
        return new Article(
                headline(new Entry(
                        new EntryId(41),
                        new FeedId(7),
                        "http://post.example/?p=1&q=2",
                        "https://post.example/dry?a=1&b=2",
                        "Dry spring <i>ends</i> & more",
                        "Ada Lind",
                        "Dry <cold> & long.",
                        "https://post.example/dry.jpg",
                        List.of("Weather", "R&D"),
                        List.of(
                                new Enclosure(
                                        "https://post.example/1.mp3",
                                        "audio/mpeg",
                                        12345L,
                                        Duration.ofSeconds(61),
                                        "One"),
                                new Enclosure("https://post.example/2.mp4", "video/mp4", 99L, null, null)),
                        PUBLISHED,
                        PUBLISHED,
                        SEEN,
                        UPDATED,
                        "en-GB",
                        9,
                        3,
                        null)),
                Cleaner.restore(HTML));
    }

    /** An entry with nothing but what an entry always has, and these texts. */
    static Article bare(long id, String title, @Nullable String url, @Nullable Instant published) {
        return new Article(
                headline(new Entry(
                        new EntryId(id),
                        new FeedId(7),
                        title,
                        url,
                        title,
                        null,
                        title,
                        null,
                        List.of(),
                        List.of(),
                        published,
                        published == null ? SEEN : published,
                        SEEN,
                        null,
                        null,
                        0,
                        1,
                        null)),
                SafeHtml.EMPTY);
    }

    private static Headline headline(Entry entry) {
        Source source = new Source(
                entry.feedId(),
                "Post & Co",
                "https://me:secret@post.example/feed?a=1&b=2",
                "https://post.example/",
                null,
                PUBLISHED);
        List<Sighting> alsoIn = List.of(new Sighting(new FeedId(8), new EntryId(52), "The Ledger"));
        return new Headline(entry, source, false, false, alsoIn, false, List.of());
    }
}
