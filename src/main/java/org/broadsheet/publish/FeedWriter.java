package org.broadsheet.publish;

/** Writes a stream as a feed document in UTF-8. Pure: the same stream gives the same bytes. */
public final class FeedWriter {
    private FeedWriter() {}

    /**
     * Never fails for what an entry says: characters that XML 1.0 forbids are left out, an address that is not http(s)
     * is left out or replaced by the entry's page here, a date that the formats cannot say is left out.
     */
    public static byte[] write(FeedFormat format, OutgoingFeed feed) {
        return switch (format) {
            case ATOM -> AtomFeed.write(feed);
            case RSS -> RssFeed.write(feed);
            case JSON -> JsonFeed.write(feed);
        };
    }
}
