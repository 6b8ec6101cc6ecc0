package org.broadsheet.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A place to go, and what it is called. */
public record Link(String href, String text) {
    /** The address, when a page may link to it: http and https only; null for anything else, as a feed may say anything. */
    static @Nullable String safe(@Nullable String url) {
        if (url == null) {
            return null;
        }
        String start = url.strip().toLowerCase(Locale.ROOT);
        return start.startsWith("https://") || start.startsWith("http://") ? url.strip() : null;
    }
}
