package org.broadsheet.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed document says, whatever its format; addresses are absolute, texts are plain, HTML is still raw.
 *
 * @param format for people and logs, such as {@code RSS 2.0} or {@code Atom 1.0}
 * @param feedUrl where the feed says it lives (rel=self)
 * @param ttl how long the publisher asks not to be asked again; null when not said
 * @param quiet when it asks not to be asked
 * @param entries in document order
 * @param repairs what had to be mended to read it, in words for people; empty for a sound document
 */
public record ParsedFeed(
        String format,
        @Nullable String title,
        @Nullable String siteUrl,
        @Nullable String feedUrl,
        @Nullable String hubUrl,
        @Nullable String descriptionHtml,
        @Nullable String language,
        @Nullable String iconUrl,
        List<Author> authors,
        @Nullable Duration ttl,
        QuietTimes quiet,
        List<ParsedEntry> entries,
        List<String> repairs) {
    /** The same, with these links instead of its own. */
    public ParsedFeed with(HubLinks links) {
        return copy(links.self(), links.hub(), entries);
    }

    /** What it says of itself: a thousandth of its size. */
    public ParsedFeed withoutEntries() {
        return copy(feedUrl, hubUrl, List.of());
    }

    private ParsedFeed copy(@Nullable String newFeedUrl, @Nullable String newHubUrl, List<ParsedEntry> newEntries) {
        return new ParsedFeed(
                format,
                title,
                siteUrl,
                newFeedUrl,
                newHubUrl,
                descriptionHtml,
                language,
                iconUrl,
                authors,
                ttl,
                quiet,
                newEntries,
                repairs);
    }
}
