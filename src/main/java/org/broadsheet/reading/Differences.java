package org.broadsheet.reading;

import java.util.Objects;
import java.util.Set;
import org.broadsheet.model.HeldSubscription;
import org.broadsheet.model.ListedFeed;
import org.broadsheet.text.FeedAddress;

/** In what a list says of a feed other than how it is followed. Pure. */
final class Differences {
    private Differences() {}

    static boolean folders(HeldSubscription there, ListedFeed feed) {
        return !Set.copyOf(there.folders()).equals(Set.copyOf(feed.folders()));
    }

    static boolean title(HeldSubscription there, ListedFeed feed) {
        return feed.ownTitle() != null && !feed.ownTitle().equals(there.title());
    }

    /** How often it is asked, with what name and password, and what other programs keep with it. */
    static boolean settings(HeldSubscription there, ListedFeed feed) {
        return !Objects.equals(there.askEvery(), feed.askEvery())
                || credentials(there, feed)
                || !there.kept().foreign().equals(feed.foreign());
    }

    /** A list without a name and password says nothing of them: exports leave them out. */
    static boolean credentials(HeldSubscription there, ListedFeed feed) {
        return FeedAddress.hasCredentials(feed.url()) && !feed.url().equals(there.address());
    }
}
