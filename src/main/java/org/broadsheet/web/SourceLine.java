package org.broadsheet.web;

import org.broadsheet.model.Feed;
import org.broadsheet.model.FeedSummary;
import org.jspecify.annotations.Nullable;

/**
 * A source as a page prints it.
 *
 * @param site the publisher's page, null when not known
 * @param address of the feed, to read; a link only where {@code feed} is not null
 * @param description plain text, null when the publisher gave none
 */
public record SourceLine(
        String id,
        Link headlines,
        @Nullable String site,
        String address,
        @Nullable String feed,
        @Nullable String description,
        String entries,
        String unread,
        SourceState state) {

    /** The site's host, as a person would name it. */
    public String siteName() {
        return site == null ? "" : site.replaceFirst("^https?://(www\\.)?([^/?#]*).*", "$2");
    }

    static SourceLine of(FeedSummary summary, Now now) {
        Feed feed = summary.feed();
        return new SourceLine(
                feed.id().toString(),
                new Link("/feeds/" + feed.id(), summary.title()),
                Link.safe(feed.siteUrl()),
                feed.url(),
                Link.safe(feed.url()),
                feed.description(),
                Counts.of(feed.entries()),
                Counts.of(summary.unread()),
                SourceState.of(feed, now));
    }
}
