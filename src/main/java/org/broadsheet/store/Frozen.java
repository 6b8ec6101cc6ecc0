package org.broadsheet.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import org.broadsheet.model.Entry;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.Headline;
import org.broadsheet.model.Position;
import org.broadsheet.model.Sighting;
import org.broadsheet.model.Source;
import org.broadsheet.text.XmlCharacters;
import org.jspecify.annotations.Nullable;

/**
 * Entries of an archive as they were when they went into it: deflated JSON of all but their bodies, which the store keeps
 * with each revision. Half of what a feed says of an entry can change without a revision, so this is kept.
 */
public final class Frozen {
    private final byte[] packed;

    Frozen(byte[] packed) {
        this.packed = packed;
    }

    // Names are short because each stands in every entry; times are microseconds.
    private record Row(
            long id,
            int rev,
            long feed,
            String guid,
            @Nullable String url,
            String title,
            @Nullable String author,
            String sum,
            @Nullable String img,
            @Nullable String tags,
            @Nullable String files,
            @Nullable Long pub,
            long sort,
            long seen,
            @Nullable Long upd,
            @Nullable String lang,
            long change,
            From from,
            @Nullable List<Also> also) {}

    private record From(String title, String url, @Nullable String site) {}

    private record Also(long feed, long entry, String title) {}

    static Frozen of(List<PublishedTable.Version> entries) {
        String json = Json.write(entries.stream().map(Frozen::row).toList());
        // Half a surrogate pair has no bytes in UTF-8 and would come back as a question mark that nobody wrote.
        return new Frozen(Bodies.deflate(XmlCharacters.allowed(json)));
    }

    /** For a row. */
    byte[] bytes() {
        return packed;
    }

    List<PublishedTable.Version> versions() {
        List<Row> rows = Json.read(Bodies.inflate(packed), new TypeReference<>() {});
        return rows.stream()
                .map(row -> new PublishedTable.Version(headline(row), row.rev()))
                .toList();
    }

    private static Row row(PublishedTable.Version version) {
        Headline headline = version.headline();
        Entry entry = headline.entry();
        Source source = headline.source();
        List<Also> also = headline.alsoIn().stream()
                .map(seen -> new Also(seen.feedId().value(), seen.entryId().value(), seen.feedTitle()))
                .toList();
        return new Row(
                entry.id().value(),
                version.revisions(),
                entry.feedId().value(),
                entry.guid(),
                entry.url(),
                entry.title(),
                entry.author(),
                entry.summary(),
                entry.imageUrl(),
                Json.tags(entry.tags()),
                Json.enclosures(entry.enclosures()),
                micros(entry.published()),
                Position.micros(entry.sortedAt()),
                Position.micros(entry.firstSeen()),
                micros(entry.updated()),
                entry.language(),
                entry.change(),
                new From(source.title(), source.url(), source.siteUrl()),
                also.isEmpty() ? null : also);
    }

    private static Headline headline(Row row) {
        Instant seen = time(row.seen());
        Instant updated = row.upd() == null ? null : time(row.upd());
        Entry entry = new Entry(
                new EntryId(row.id()),
                new FeedId(row.feed()),
                row.guid(),
                row.url(),
                row.title(),
                row.author(),
                row.sum(),
                row.img(),
                Json.tags(row.tags()),
                Json.enclosures(row.files()),
                row.pub() == null ? null : time(row.pub()),
                time(row.sort()),
                seen,
                updated,
                row.lang(),
                0,
                row.change(),
                null);
        From from = row.from();
        Source source = new Source(
                entry.feedId(), from.title(), from.url(), from.site(), null, updated == null ? seen : updated);
        return new Headline(entry, source, false, false, sightings(row.also()), false, List.of());
    }

    private static List<Sighting> sightings(@Nullable List<Also> also) {
        return also == null
                ? List.of()
                : also.stream()
                        .map(one -> new Sighting(new FeedId(one.feed()), new EntryId(one.entry()), one.title()))
                        .toList();
    }

    private static @Nullable Long micros(@Nullable Instant time) {
        return time == null ? null : Position.micros(time);
    }

    private static Instant time(long micros) {
        return Position.time(micros);
    }
}
