package org.broadsheet.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.broadsheet.model.Feed;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.text.FeedAddress;
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

    private static List<String> facts(Feed feed, Set<String> unverifiedHosts, Texts texts) {
        List<String> facts = new ArrayList<>();
        if (unverifiedHosts.contains(FeedAddress.host(feed.url()))) {
            facts.add(texts.get("source.unverified"));
        }
        if (feed.format() != null) {
            facts.add(texts.get("source.format", feed.format()));
        }
        if (feed.weakness() != null) {
            facts.add(texts.get("weakness." + feed.weakness().name()));
        }
        feed.repairs().forEach(repair -> facts.add(texts.get("source.mended", repair)));
        return facts;
    }

    static SourceLine of(FeedSummary summary, Set<String> unverifiedHosts, Edition edition) {
        Feed feed = summary.feed();
        Texts texts = edition.texts();
        return new SourceLine(
                feed.id().toString(),
                new Link("/feeds/" + feed.id(), summary.title()),
                Link.safe(feed.siteUrl()),
                feed.url(),
                Link.safe(feed.url()),
                feed.description(),
                texts.number(feed.entries()),
                texts.number(summary.unread()),
                facts(feed, unverifiedHosts, texts),
                SourceState.of(feed, edition));
    }
}
