package org.broadsheet.web;

import org.jspecify.annotations.Nullable;

/**
 * One of the ways that every page offers.
 *
 * @param count of unread headlines, null where none are or counting makes no sense
 */
public record Tab(String href, String text, @Nullable String count, boolean current) {
    static Tab plain(String href, String text, String path) {
        return new Tab(href, text, null, href.equals(path));
    }

    static Tab counted(String href, String text, String unread, boolean current) {
        return new Tab(href, text, unread.equals("0") ? null : unread, current);
    }
}
