package org.broadsheet.reading;

import java.util.List;
import org.broadsheet.model.ErrorKind;

/** Asks an address once, to see whether there is a feed or a page that names some. */
public interface AddressCheck {
    /** What there is at the address; takes as long as one fetch, or two where a page names just one feed. */
    Found at(String url);

    /** What there is at an address. */
    sealed interface Found {}

    /** A feed, at this address. */
    record FeedAt(String url) implements Found {}

    /** A page that names several feeds. */
    record SeveralFeeds(List<Subscribed.Choice> choices) implements Found {}

    /** Nothing to follow. */
    record NoFeed(ErrorKind kind, String sentence) implements Found {}
}
