package org.broadsheet.reading;

import java.util.List;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.FeedSummary;
import org.jspecify.annotations.Nullable;

/** What came of a wish to subscribe. */
public sealed interface Subscribed {
    /** It holds from now on. */
    record Added(FeedSummary feed) implements Subscribed {}

    /** It held before. */
    record AlreadyThere(FeedSummary feed) implements Subscribed {}

    /** The address is a page with several feeds; nothing was subscribed. */
    record Choices(List<Choice> choices) implements Subscribed {}

    /** It can be followed and looks like this; nothing was subscribed. */
    record Previewed(String url, AddressCheck.Preview preview) implements Subscribed {}

    /**
     * It cannot be followed; the sentence says why.
     *
     * @param named the address that the sentence is about where a page named it; null where it is the one that was typed
     */
    record Refused(
            ErrorKind kind, String sentence, @Nullable String named) implements Subscribed {
        Refused(ErrorKind kind, String sentence) {
            this(kind, sentence, null);
        }
    }

    /**
     * One of several feeds of a page.
     *
     * @param type its media type as the page says
     */
    record Choice(String url, @Nullable String title, String type) {}
}
