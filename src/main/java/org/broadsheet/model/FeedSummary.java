package org.broadsheet.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as one account sees it.
 *
 * @param title the account's own title, else the feed's
 * @param folder where the account put it, null for none
 * @param askEvery how often the account wants it asked, null for as often as it publishes
 * @param signsIn whether it is asked with a name and password
 */
public record FeedSummary(
        Feed feed,
        String title,
        @Nullable Folder folder,
        long unread,
        @Nullable Duration askEvery,
        boolean signsIn) {

    /** The same with the feed as it stands now, called what it was called before. */
    public FeedSummary with(Feed now) {
        return new FeedSummary(now, title, folder, unread, askEvery, signsIn);
    }

    /** The same with this many unread entries. */
    public FeedSummary withUnread(long count) {
        return new FeedSummary(feed, title, folder, count, askEvery, signsIn);
    }
}
