package org.broadsheet.ingest.dedupe;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.broadsheet.model.Enclosure;
import org.broadsheet.model.EntryIdentity;
import org.broadsheet.model.ParsedEntry;
import org.broadsheet.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A parsed entry and what it may be known by.
 *
 * @param rawHash of everything that readers could see, as it was sent; told from others of its feed, no name
 * @param own keys that are trusted in this feed and on no other entry of the document, strongest first; never empty
 * @param shared its other keys: they tell something only where title and link or date agree too
 */
public record Candidate(ParsedEntry entry, String rawHash, List<IdentityKey> own, List<IdentityKey> shared) {
    private static final int TITLE_CHARACTERS = 100;

    /** What it is known by from now on. */
    public EntryIdentity identity() {
        String guid = entry.guid() == null || entry.guid().isBlank() ? key() : entry.guid();
        return new EntryIdentity(key(), own.get(0).rule(), guid);
    }

    /** Of the hash alone, for what it says is long. */
    @Override
    public int hashCode() {
        return rawHash.hashCode();
    }

    String key() {
        return own.get(0).value();
    }

    /** What it is called, or the beginning of its text where it has no title. Reads the text each time. */
    String title() {
        String title = Objects.requireNonNullElse(entry.title(), "").strip();
        return title.isEmpty() ? PlainText.excerpt(text(entry), TITLE_CHARACTERS) : title;
    }

    /** What it says, without its markup. */
    static String text(ParsedEntry entry) {
        String html = entry.contentHtml() == null ? entry.summaryHtml() : entry.contentHtml();
        return html == null ? "" : PlainText.of(html);
    }

    /** Everything that readers could see, as it was sent. */
    static List<@Nullable String> said(ParsedEntry entry) {
        List<@Nullable String> parts = new ArrayList<>();
        parts.add(entry.guid());
        parts.add(entry.url());
        parts.add(entry.title());
        parts.add(entry.contentHtml());
        parts.add(entry.summaryHtml());
        parts.add(entry.imageUrl());
        entry.authors().forEach(author -> parts.add(author.name()));
        parts.addAll(entry.tags());
        entry.enclosures().stream().map(Enclosure::url).forEach(parts::add);
        return parts;
    }

    /** All keys under which it may be stored. */
    public Stream<String> keys() {
        return Stream.concat(own.stream(), shared.stream()).map(IdentityKey::value);
    }

    /** The same without keys under which another entry is stored. */
    Candidate without(Set<String> taken) {
        List<IdentityKey> free =
                own.stream().filter(key -> !taken.contains(key.value())).toList();
        return new Candidate(entry, rawHash, free.isEmpty() ? List.of(Keys.last(said(entry))) : free, shared);
    }
}
