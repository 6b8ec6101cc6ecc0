package org.broadsheet.publish;

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

    /** What stands after the dot in the stream's address. */
    public String extension() {
        return extension;
    }
}
