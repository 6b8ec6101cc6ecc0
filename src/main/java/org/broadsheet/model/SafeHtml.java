package org.broadsheet.model;

/**
 * HTML that may be printed into a page as it is.
 *
 * <p>Only {@code ingest.clean} makes one; a test holds that. Templates print nothing else unescaped.
 */
public record SafeHtml(String value) {
    public static final SafeHtml EMPTY = new SafeHtml("");

    public boolean isEmpty() {
        return value.isEmpty();
    }
}
