package org.broadsheet.reading;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.broadsheet.ingest.discover.UsualPlaces;
import org.broadsheet.model.ErrorKind;
import org.jspecify.annotations.Nullable;

/** Asks an address once, to see whether there is a feed or a page that names some. */
public interface AddressCheck {
    /** What there is at the address; takes as long as one fetch, or two where a page names just one feed. */
    Found at(String url);

    /**
     * The first feed in the places where sites often have one. A request each, up to the first that leads to a feed or says
     * that the site cannot be asked; so only where a person wants it.
     */
    default Found inUsualPlaces(String siteUrl) {
        for (String place : UsualPlaces.of(siteUrl)) {
            Found found = at(place);
            if (found instanceof FeedAt feed && feed.preview() != null) {
                return found;
            }
            if (found instanceof NoFeed none && !NOTHING_THERE.contains(none.kind())) {
                return none;
            }
        }
        return new NoFeed(ErrorKind.NOT_FOUND, "There is no feed in the usual places of this site either.");
    }

    /** What an address answers that has nothing to follow, and says nothing about its neighbours. */
    Set<ErrorKind> NOTHING_THERE = EnumSet.of(
            ErrorKind.NOT_FOUND, ErrorKind.GONE, ErrorKind.NOT_A_FEED, ErrorKind.EMPTY, ErrorKind.HTTP_ERROR);

    /** What there is at an address. */
    sealed interface Found {}

    /**
     * A feed, at this address.
     *
     * @param preview what it looks like, null where it was only named by a page
     */
    record FeedAt(String url, @Nullable Preview preview) implements Found {
        public FeedAt(String url) {
            this(url, null);
        }
    }

    /**
     * What a feed looks like before anybody follows it.
     *
     * @param title null when it has none
     * @param description in plain text, empty when it has none
     * @param entries how many its document has
     * @param newest the first few of them
     */
    record Preview(@Nullable String title, String description, int entries, List<Line> newest) {
        /** One of its entries; published is null where it does not say. */
        public record Line(String title, @Nullable Instant published) {}
    }

    /** A page that names several feeds. */
    record SeveralFeeds(List<Subscribed.Choice> choices) implements Found {}

    /** Nothing to follow. */
    record NoFeed(ErrorKind kind, String sentence) implements Found {}
}
