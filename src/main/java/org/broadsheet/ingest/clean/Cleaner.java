package org.broadsheet.ingest.clean;

import java.net.URI;
import java.util.Optional;
import org.broadsheet.model.SafeHtml;
import org.broadsheet.text.Url;
import org.jspecify.annotations.Nullable;

/**
 * Turns publishers' HTML into HTML that may be printed into a page.
 *
 * <p>Allow-list: what is not named in {@link Allowed} is not written. Addresses are absolute and of harmless schemes,
 * players of known hosts stay as sandboxed frames, other frames become links, trackers go. Cleaning what was cleaned
 * changes nothing. Pure; no exception whatever the input.
 */
public final class Cleaner {
    /** What lies beyond is cut off: 60 times the longest article seen in ordinary feeds. */
    static final int MAX_CHARS = 1_000_000;

    /** A parser may make a dozen nodes of one tag (unclosed formatting is opened again in each block). */
    static final int MAX_TAGS = 60_000;

    /** The parser copies a name again and again while it grows. */
    private static final int LONGEST_NAME = 1000;

    /** Most markup settles at the first look, odd nesting at the second; the rest is shown without its tags. */
    private static final int MAX_LOOKS = 5;

    private Cleaner() {}

    /**
     * Cleans a fragment or a whole document.
     *
     * @param base the page that relative addresses are meant for; null: relative addresses are dropped
     */
    public static SafeHtml clean(String rawHtml, @Nullable URI base) {
        return cleanOn(rawHtml, base == null ? Optional.empty() : Url.of(base.toString()));
    }

    /** The same for a page of which the address has been read; empty: relative addresses are dropped. */
    public static SafeHtml cleanOn(String rawHtml, Optional<Url> page) {
        if (rawHtml.indexOf('<') < 0 && rawHtml.indexOf('&') < 0 && rawHtml.length() <= MAX_CHARS) {
            return new SafeHtml(new Markup(rawHtml.length()).text(rawHtml).toString());
        }
        Addresses addresses = new Addresses(page.orElse(null));
        Pass pass = Pass.over(bounded(rawHtml), addresses);
        for (int look = 2; !pass.settled(); look++) {
            Pass again = Pass.over(pass.html(), addresses);
            if (again.html().equals(pass.html())) break;
            if (look == MAX_LOOKS) return new SafeHtml(Pass.textOf(again.html()));
            pass = again;
        }
        return new SafeHtml(pass.html());
    }

    /** Takes back what {@link #clean} made, from the store. Looks at nothing: never give it any other text. */
    public static SafeHtml restore(String storedHtml) {
        return new SafeHtml(storedHtml);
    }

    private static String bounded(String html) {
        int end = Math.min(html.length(), MAX_CHARS);
        int tags = 0;
        int nameEnd = 0;
        for (int i = html.indexOf('<'); i >= 0 && i < end; i = html.indexOf('<', i + 1)) {
            if (nameEnd <= i) nameEnd = nameEnd(html, i, end);
            if (++tags > MAX_TAGS || nameEnd - i > LONGEST_NAME) end = i;
        }
        return end == html.length() ? html : html.substring(0, end);
    }

    /** As browsers read it: any other tag that begins before is part of the name. */
    private static int nameEnd(String html, int tag, int end) {
        int i = tag + 2;
        while (i < end && html.charAt(i) > ' ' && html.charAt(i) != '>' && html.charAt(i) != '/') i++;
        return i;
    }
}
