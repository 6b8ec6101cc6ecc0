package org.broadsheet.ingest.discover;

import org.jspecify.annotations.Nullable;

/**
 * A feed that a web page names.
 *
 * @param url absolute, http or https
 * @param title what the page calls it, null when it says nothing
 * @param type the media type as given, in lower case, such as {@code application/rss+xml}
 */
public record FoundFeed(String url, @Nullable String title, String type) {}
