package org.broadsheet.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as one account sees it.
 *
 * @param ownTitle what the account calls it, null for what it calls itself
 * @param folder where the account put it, null for none
 * @param askEvery how often the account wants it asked, null for as often as it publishes
 * @param signsIn whether it is asked with a name and password
 */
public record FeedSummary(
        Feed feed,
        @Nullable String ownTitle,
        @Nullable Folder folder,
        long unread,
        @Nullable Duration askEvery,
        boolean signsIn) {

    /** The account's own title, else the feed's. */
    public String title() {
        return ownTitle == null ? feed.title() : ownTitle;
    }

    /** The same with the feed as it stands now. */
    public FeedSummary with(Feed now) {
        return new FeedSummary(now, ownTitle, folder, unread, askEvery, signsIn);
    }

    /** With this many unread entries: this very one where it has as many. */
    public FeedSummary withUnread(long count) {
        return count == unread ? this : new FeedSummary(feed, ownTitle, folder, count, askEvery, signsIn);
    }
}
