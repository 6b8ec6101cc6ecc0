package org.broadsheet.ingest.parse;

import org.jspecify.annotations.Nullable;

/**
 * What was fetched: bytes after decompression, and what HTTP said about them.
 *
 * @param contentType the whole header, null when there was none; only its charset matters
 * @param baseUrl what relative addresses stand against: Content-Location, else the address it came from (RFC 3986
 *     §5.1); null leaves them as they are
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of megabytes for one call, never compared and never copied
public record FeedDocument(
        byte[] bytes,
        @Nullable String contentType,
        @Nullable String baseUrl) {}
