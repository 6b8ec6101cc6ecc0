package org.broadsheet.publish;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.model.Article;
import org.broadsheet.model.Enclosure;
import org.broadsheet.model.Entry;
import org.broadsheet.model.Headline;
import org.broadsheet.model.Sighting;
import org.broadsheet.model.Source;
import org.jspecify.annotations.Nullable;

/**
 * An entry as all formats say it: only texts, addresses and dates that may get out; an empty text is nothing to say.
 *
 * @param link the publisher's page of it, else ours
 * @param title never blank
 * @param dated when it was published, else when it was first seen; never changes
 * @param updated the newest date there is; Atom wants one
 */
record Outgoing(
        String id,
        String guid,
        String link,
        String title,
        String author,
        String summary,
        String html,
        Optional<String> image,
        List<String> tags,
        List<Attached> enclosures,
        Optional<Instant> published,
        Instant dated,
        Instant updated,
        String language,
        Origin origin,
        List<Related> related) {

    private static final String NAMELESS = "Untitled";

    /** A file that belongs to it. */
    record Attached(
            String url,
            String type,
            @Nullable Long bytes,
            @Nullable Long seconds,
            String title) {
        Attached inAscii() {
            return new Attached(WebAddress.ascii(url), type, bytes, seconds, title);
        }
    }

    /** The feed it comes from; {@code url} is empty where it has no address to tell. */
    record Origin(String title, String url, Optional<String> site, Instant updated) {}

    /** The same entry as another feed has it. */
    record Related(String title, String url) {}

    static List<Outgoing> of(OutgoingFeed feed) {
        return feed.entries().stream().map(article -> of(feed.site(), article)).toList();
    }

    private static Outgoing of(Site site, Article article) {
        Headline headline = article.headline();
        Entry entry = headline.entry();
        Optional<Instant> published = Allowed.moment(entry.published(), entry.firstSeen());
        Instant dated = published
                .or(() -> Allowed.moment(entry.sortedAt(), entry.firstSeen()))
                .orElse(entry.firstSeen());
        Instant updated = entry.updated() == null ? dated : entry.updated();
        String link = WebAddress.of(entry.url()).orElseGet(() -> site.entryPage(entry.id()));
        return new Outgoing(
                site.entryTag(entry.id()),
                Allowed.text(entry.guid()),
                link,
                Allowed.title(entry.title(), link),
                Allowed.title(entry.author(), "").strip(),
                Allowed.text(entry.summary()),
                Allowed.text(article.content().value()),
                WebAddress.of(entry.imageUrl()),
                tags(entry),
                entry.enclosures().stream().flatMap(Outgoing::attached).toList(),
                published,
                dated,
                updated,
                Allowed.language(entry.language()).orElse(""),
                origin(headline.source(), updated),
                related(site, headline.alsoIn()));
    }

    private static List<String> tags(Entry entry) {
        return entry.tags().stream()
                .map(tag -> Allowed.text(tag).strip())
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    private static Stream<Attached> attached(Enclosure file) {
        return WebAddress.of(file.url()).stream()
                .map(url -> new Attached(
                        url,
                        Allowed.type(file.mimeType()).orElse("application/octet-stream"),
                        file.bytes() == null || file.bytes() < 0 ? null : file.bytes(),
                        file.duration() == null ? null : file.duration().toSeconds(),
                        Allowed.text(file.title())));
    }

    // A feed without a date of its own is at least as new as its entry.
    private static Origin origin(Source source, Instant entryUpdated) {
        String url = WebAddress.of(source.url()).orElse("");
        return new Origin(
                Allowed.title(source.title(), url.isEmpty() ? NAMELESS : url),
                url,
                WebAddress.of(source.siteUrl()),
                source.updated() == null ? entryUpdated : source.updated());
    }

    private static List<Related> related(Site site, List<Sighting> sightings) {
        return sightings.stream()
                .map(seen -> new Related(Allowed.text(seen.feedTitle()), site.entryPage(seen.entryId())))
                .toList();
    }

    /** The language that all entries name, else nothing: who names none would seem to be in it as well. */
    static Optional<String> language(List<Outgoing> entries) {
        List<String> all = entries.stream().map(Outgoing::language).distinct().toList();
        return all.size() == 1 ? Optional.of(all.get(0)).filter(one -> !one.isEmpty()) : Optional.empty();
    }
}
