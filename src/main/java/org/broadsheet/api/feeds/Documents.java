package org.broadsheet.api.feeds;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.Article;
import org.broadsheet.model.Entry;
import org.broadsheet.publish.FeedFormat;
import org.broadsheet.publish.FeedWriter;
import org.broadsheet.publish.OutgoingFeed;
import org.broadsheet.publish.Site;
import org.broadsheet.reading.Headlines;

/** Makes feed documents, and keeps the latest few because many readers ask for the same. Thread-safe. */
final class Documents {
    private static final long MOST_BYTES = 8 << 20;

    private final Headlines headlines;
    private final String authority;
    private final Cache<Key, Document> ready = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, Document document) -> document.bytes().length)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    Documents(Headlines headlines, String authority) {
        this.headlines = headlines;
        this.authority = authority;
    }

    /** All that a document depends on. */
    record Key(AccountId account, Stream stream, FeedFormat format, int limit, String base, long change) {}

    /** The document of a stream that stands at this change, maybe made earlier. Not for personal streams. */
    Document get(Key key) {
        return ready.get(key, this::write);
    }

    /** The document as it is now. */
    Document write(Key key) {
        List<Article> entries = headlines
                .articles(key.account(), key.stream().selection(), null, key.limit())
                .items();
        Instant updated = entries.stream()
                .map(article -> touched(article.headline().entry()))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return new Document(FeedWriter.write(key.format(), feed(key, updated, entries)), updated);
    }

    private static Instant touched(Entry entry) {
        Instant updated = entry.updated();
        return updated == null || updated.isBefore(entry.firstSeen()) ? entry.firstSeen() : updated;
    }

    private OutgoingFeed feed(Key key, Instant updated, List<Article> entries) {
        Stream stream = key.stream();
        String page = stream.path().equals("/") ? key.base() : key.base() + stream.path();
        return new OutgoingFeed(
                stream.title(),
                "tag:" + authority + ",2026:stream/" + stream.name(),
                new Site(authority, URI.create(key.base() + "/")),
                URI.create(page + "/feed." + key.format().extension()),
                URI.create(key.base() + stream.path()),
                updated,
                entries);
    }
}
