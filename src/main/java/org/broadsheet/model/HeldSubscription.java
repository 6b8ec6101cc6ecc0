package org.broadsheet.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as a list names it.
 *
 * @param address that it is asked at, with a name and password where it has them: never shown
 * @param url without them
 * @param title the account's own, else the feed's, else its host
 * @param ownTitle the account's own, null where it gave none
 * @param feedTitle as the feed gives it, null until it was read once
 * @param folders where it stands; empty for the top
 * @param kept what the list said that it came from
 */
public record HeldSubscription(
        FeedId feed,
        String address,
        String url,
        String title,
        @Nullable String ownTitle,
        @Nullable String feedTitle,
        @Nullable String siteUrl,
        List<FolderPath> folders,
        @Nullable Duration askEvery,
        KeptOutline kept) {
    public HeldSubscription {
        folders = List.copyOf(folders);
    }

    @Override
    public String toString() {
        return feed + " " + url;
    }
}
