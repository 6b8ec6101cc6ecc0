package org.broadsheet.reading;

import org.broadsheet.model.FolderPath;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to follow.
 *
 * @param url as typed
 * @param title the account's own title, null for the feed's
 * @param withoutCheck true to take the address as it is, without asking it first
 */
public record NewSubscription(
        String url, @Nullable FolderPath folder, @Nullable String title, boolean withoutCheck) {}
