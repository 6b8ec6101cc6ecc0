package org.broadsheet.poll;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadsheet.ingest.clean.Cleaner;
import org.broadsheet.ingest.clean.LeadImage;
import org.broadsheet.ingest.clean.ReadableText;
import org.broadsheet.ingest.dedupe.Candidate;
import org.broadsheet.ingest.dedupe.Decision;
import org.broadsheet.ingest.dedupe.Dedupe;
import org.broadsheet.ingest.dedupe.Wording;
import org.broadsheet.model.Author;
import org.broadsheet.model.NewEntry;
import org.broadsheet.model.ParsedEntry;
import org.broadsheet.model.SafeHtml;
import org.broadsheet.store.Bodies;
import org.broadsheet.text.CanonicalUrl;
import org.broadsheet.text.Hashes;
import org.broadsheet.text.PlainText;
import org.broadsheet.text.Url;
import org.broadsheet.text.Words;
import org.jspecify.annotations.Nullable;

/** Makes what a document brings ready for the store: cleaned, dated, named. Pure. */
final class EntryPreparation {
    private static final int SUMMARY_CHARACTERS = 400;
    private static final int TITLE_CHARACTERS = 100;

    /** PostgreSQL's indexes hold keys of up to 2,704 bytes; a longer address is kept, but names no repetition. */
    private static final int LONGEST_CANONICAL = 600;

    /** What programs write for "no date" lies here or is the epoch: year 1 or, in asctime, 1601 for Windows. */
    private static final Instant NO_DATE = Instant.parse("1601-01-02T00:00:00Z");

    private EntryPreparation() {}

    /**
     * Prepares what is new and what has really changed.
     *
     * @param base the address of the document
     * @param authors of the feed
     */
    static Haul prepare(Decision decision, URI base, List<Author> authors, Instant now) {
        Optional<Url> document = Url.of(base.toString());
        String feedAuthor =
                names(authors.stream().filter(author -> author.name() != null).toList());
        List<Haul.Addition> added = new ArrayList<>();
        for (Candidate candidate : decision.added()) {
            // Where dates are missing, the first entry of the document is the newest.
            Prepared prepared =
                    prepare(candidate, document, feedAuthor, now, now.minus(Duration.ofMillis(added.size())));
            added.add(Haul.Addition.of(prepared.entry, wording(prepared, now)));
        }
        Collections.reverse(added);
        List<Haul.Change> changed = new ArrayList<>();
        List<Haul.Change> touched = new ArrayList<>();
        for (Decision.Suspect suspect : decision.suspects()) {
            NewEntry entry = prepare(suspect.candidate(), document, feedAuthor, now, now).entry;
            boolean visible = Dedupe.isChange(suspect.known(), suspect.candidate(), entry.contentHash());
            (visible ? changed : touched).add(new Haul.Change(suspect.known().id(), entry));
        }
        return new Haul(added, changed, touched, decision.renamed(), decision.weakness());
    }

    private record Prepared(NewEntry entry, String text) {}

    private static @Nullable Wording wording(Prepared prepared, Instant now) {
        NewEntry entry = prepared.entry;
        boolean recent = entry.sortedAt().isAfter(now.minus(Wording.WINDOW));
        return recent ? Wording.of(entry.title(), prepared.text, entry.sortedAt()) : null;
    }

    private static Prepared prepare(
            Candidate candidate, Optional<Url> document, @Nullable String feedAuthor, Instant now, Instant undated) {
        ParsedEntry entry = candidate.entry();
        Optional<Url> page = Optional.ofNullable(entry.url()).flatMap(Url::of).or(() -> document);
        SafeHtml body = Cleaner.cleanOn(firstOf(entry.contentHtml(), entry.summaryHtml()), page);
        String text = ReadableText.of(body);
        String title = title(entry, text);
        String image = Optional.ofNullable(entry.imageUrl())
                .or(() -> LeadImage.of(body))
                .orElse(null);
        NewEntry ready = new NewEntry(
                candidate.identity(),
                entry.url(),
                canonical(entry.url()),
                title,
                author(entry, feedAuthor),
                summary(entry, text, document),
                image,
                entry.tags(),
                entry.enclosures(),
                entry.commentsUrl(),
                entry.published(),
                sortedAt(entry, now, undated),
                entry.language(),
                Words.in(text).count(),
                candidate.rawHash(),
                Hashes.of(title, body.value(), String.valueOf(entry.enclosures().size())),
                Bodies.pack(body));
        return new Prepared(ready, text);
    }

    private static @Nullable String canonical(@Nullable String url) {
        String canonical = url == null ? null : CanonicalUrl.of(url).orElse(url);
        return canonical == null || canonical.length() > LONGEST_CANONICAL ? null : canonical;
    }

    private static String title(ParsedEntry entry, String text) {
        String title = entry.title() == null ? "" : entry.title().strip();
        if (!title.isEmpty()) {
            return title;
        }
        String excerpt = PlainText.excerpt(text, TITLE_CHARACTERS);
        return excerpt.isEmpty() ? firstOf(entry.url(), "Untitled") : excerpt;
    }

    private static String summary(ParsedEntry entry, String text, Optional<Url> document) {
        String own = entry.summaryHtml() == null || entry.contentHtml() == null
                ? ""
                : ReadableText.of(Cleaner.cleanOn(entry.summaryHtml(), document));
        return PlainText.excerpt(own.isBlank() ? text : own, SUMMARY_CHARACTERS);
    }

    /** The feed's authors wrote what names nobody (RFC 4287 §4.2.1, JSON Feed 1.1), but not what is from another feed. */
    private static @Nullable String author(ParsedEntry entry, @Nullable String feedAuthor) {
        boolean ours = entry.authors().isEmpty() && entry.particulars().source() == null;
        return ours ? feedAuthor : names(entry.authors());
    }

    private static @Nullable String names(List<Author> authors) {
        if (authors.isEmpty()) {
            return null;
        }
        String names = authors.stream()
                .map(author -> Optional.ofNullable(author.name()).orElse(author.email()))
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names;
    }

    private static Instant sortedAt(ParsedEntry entry, Instant now, Instant undated) {
        Instant given = entry.published() != null ? entry.published() : entry.updated();
        if (given == null || given.equals(Instant.EPOCH) || given.isAfter(now)) {
            return undated;
        }
        return given.isAfter(NO_DATE) ? given : undated;
    }

    private static String firstOf(@Nullable String first, @Nullable String second) {
        return first != null && !first.isBlank() ? first : second == null ? "" : second;
    }
}
