package org.broadsheet.model;

import org.jspecify.annotations.Nullable;

/**
 * Why a file is no list of feeds.
 *
 * @param file its path, null for the one that was sent
 * @param value what the kind speaks of, just as it stands there; empty where it speaks of nothing
 */
public record NoList(Kind kind, @Nullable String file, String value) implements ListRemark {
    /** What is wrong with it. */
    public enum Kind {
        NO_FILE,
        UNREADABLE,
        /** {@code value} is how many MB a list may have. */
        TOO_LARGE,
        EMPTY,
        NO_MARKUP,
        WEB_PAGE,
        A_FEED,
        /** {@code value} is the name of its first element. */
        OTHER_MARKUP
    }

    /** Of the file that was sent. */
    public static NoList of(Kind kind) {
        return new NoList(kind, null, "");
    }

    /** The same of the file with this path. */
    public NoList at(String path) {
        return new NoList(kind, path, value);
    }

    @Override
    public String sentence() {
        return (file == null ? "The file" : file) + predicate();
    }

    private String predicate() {
        return switch (kind) {
            case NO_FILE -> " is no file.";
            case UNREADABLE -> " cannot be read.";
            case TOO_LARGE -> " is larger than " + value + " MB.";
            case EMPTY -> " is empty.";
            case NO_MARKUP -> " is not OPML: it holds no markup.";
            case WEB_PAGE -> " is not OPML: it is a web page.";
            case A_FEED -> " is not OPML: it is a feed; add its address instead.";
            case OTHER_MARKUP -> " is not OPML: it begins with <" + value + "> where <opml> should stand.";
        };
    }
}
