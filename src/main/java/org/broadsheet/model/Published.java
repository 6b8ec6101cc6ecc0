package org.broadsheet.model;

import java.time.Instant;

/** How many entries of a feed have their time within one hour, given by its beginning. */
public record Published(FeedId feed, Instant hour, long entries) {}
