package org.broadsheet.model;

import org.jspecify.annotations.Nullable;

/**
 * A subscription as one account sees it.
 *
 * @param title the account's own title, else the feed's
 * @param folder where the account put it, null for none
 */
public record FeedSummary(Feed feed, String title, @Nullable Folder folder, long unread) {}
