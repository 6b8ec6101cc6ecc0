package org.broadsheet.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an account may choose for a feed that it follows.
 *
 * @param title its own title; blank, or the feed's own, for the feed's own
 * @param folder where it stands, null for none
 * @param askEvery how often it is asked, null for as often as it publishes; its host's wishes count when longer
 */
public record SubscriptionSettings(
        String title, @Nullable FolderPath folder, @Nullable Duration askEvery) {}
