package org.broadsheet.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as a list names it.
 *
 * @param url without a name and password
 * @param title the account's own, else the feed's
 * @param feedTitle as the feed gives it, null until it was read once
 * @param folders where it stands; empty for the top
 * @param kept what the list said that it came from
 */
public record HeldSubscription(
        FeedId feed,
        String url,
        String title,
        @Nullable String feedTitle,
        @Nullable String siteUrl,
        List<FolderPath> folders,
        @Nullable Duration askEvery,
        KeptOutline kept) {
    public HeldSubscription {
        folders = List.copyOf(folders);
    }

    /** Whether a list calls the feed otherwise. */
    public boolean isRenamedBy(ListedFeed listed) {
        return listed.title() != null && !listed.title().equals(title);
    }
}
