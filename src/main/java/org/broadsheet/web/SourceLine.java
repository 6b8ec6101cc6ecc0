package org.broadsheet.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.broadsheet.model.Feed;
import org.broadsheet.model.FeedSummary;
import org.jspecify.annotations.Nullable;

/**
 * A source as a page prints it.
 *
 * @param site the publisher's page, null when not known
 * @param address of the feed, to read; a link only where {@code feed} is not null
 * @param facts how it is read: its format, what is wrong with its guids, what has to be mended each time
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
        List<String> facts,
        SourceState state) {

    /** The site's host, as a person would name it. */
    public String siteName() {
        return site == null ? "" : site.replaceFirst("^https?://(www\\.)?([^/?#]*).*", "$2");
    }

    private static List<String> facts(Feed feed, Set<String> unverifiedHosts) {
        List<String> facts = new ArrayList<>();
        if (unverifiedHosts.contains(URI.create(feed.url()).getHost())) {
            facts.add("Its certificate is not verified, because fetch.unverified-tls names its host.");
        }
        if (feed.format() != null) {
            facts.add("It is written in " + feed.format() + ".");
        }
        if (feed.weakness() != null) {
            facts.add(feed.weakness().sentence());
        }
        feed.repairs().forEach(repair -> facts.add("Mended to be read: " + repair));
        return facts;
    }

    static SourceLine of(FeedSummary summary, Set<String> unverifiedHosts, Now now) {
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
                facts(feed, unverifiedHosts),
                SourceState.of(feed, now));
    }
}
