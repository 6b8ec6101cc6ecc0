package org.broadsheet.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a feed's news are announced (WebSub §4).
 *
 * @param hub who announces them, null for nobody
 * @param self the topic: the address by which the hub knows the feed, null when not said
 */
public record HubLinks(@Nullable String hub, @Nullable String self) {
    public static final HubLinks NONE = new HubLinks(null, null);
}
