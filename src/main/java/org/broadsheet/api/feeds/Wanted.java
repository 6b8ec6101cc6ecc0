package org.broadsheet.api.feeds;

import org.broadsheet.model.AccountId;
import org.broadsheet.model.ArchiveRef;
import org.broadsheet.model.PublishedStream;
import org.broadsheet.publish.FeedFormat;
import org.jspecify.annotations.Nullable;

/**
 * The document that is asked for: all that it depends on besides the store.
 *
 * @param place where its like are
 * @param archive the part of the archive that it is, null for the stream's own document
 */
record Wanted(
        AccountId account,
        Stream stream,
        FeedFormat format,
        FeedQuery query,
        Place place,
        @Nullable ArchiveRef archive) {

    /**
     * Where the documents of a stream are.
     *
     * @param base the server's address without a slash at its end
     * @param page the path that the documents' addresses begin with, without a slash at its end
     * @param secret whether it is not to be told
     */
    record Place(String base, String page, boolean secret) {
        String feed(FeedFormat format, FeedQuery query) {
            return base + page + "/feed." + format.extension() + query.text();
        }

        String archive(FeedFormat format, ArchiveRef ref, FeedQuery query) {
            String content = query.full() ? "" : "?content=summary";
            return base + page + "/archive/" + ref + "." + format.extension() + content;
        }
    }

    PublishedStream published() {
        return new PublishedStream(account, stream.name(), stream.selection().scope());
    }

    Wanted with(FeedQuery other) {
        return new Wanted(account, stream, format, other, place, archive);
    }

    /** Whether it is a stream's own document, as hubs announce it: open to all, and moved by nothing but news. */
    boolean isTopic() {
        return archive == null
                && !place.secret()
                && !stream.isPersonal()
                && query.isWhole()
                && query.limit() == FeedQuery.USUAL_LIMIT;
    }

    String self() {
        return archive == null ? place.feed(format, query) : place.archive(format, archive, query);
    }
}
