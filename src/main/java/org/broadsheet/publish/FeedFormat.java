package org.broadsheet.publish;

import java.util.Arrays;
import java.util.Optional;

/** The formats a stream is published in. */
public enum FeedFormat {
    ATOM("application/atom+xml; charset=utf-8", "atom"),
    RSS("application/rss+xml; charset=utf-8", "rss"),
    JSON("application/feed+json; charset=utf-8", "json");

    private final String mediaType;
    private final String extension;

    FeedFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** The value for Content-Type, with the charset that {@link FeedWriter} writes. */
    public String mediaType() {
        return mediaType;
    }

    /** The same without parameters, for links. */
    public String bareType() {
        return mediaType.substring(0, mediaType.indexOf(';'));
    }

    /** The one that is written {@code atom}, {@code rss} or {@code json}; empty for any other word. */
    public static Optional<FeedFormat> ofExtension(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension.equals(extension))
                .findFirst();
    }

    /** What stands after the dot in the stream's address. */
    public String extension() {
        return extension;
    }
}
