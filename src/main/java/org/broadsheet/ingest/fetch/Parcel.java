package org.broadsheet.ingest.fetch;

import java.net.URI;
import java.util.Map;

/**
 * A document that is sent to somebody.
 *
 * @param body not copied, so nobody may write into it
 * @param headers besides Content-Type, by name
 */
@SuppressWarnings("ArrayRecordComponent") // a body is sent and never compared
public record Parcel(URI to, String contentType, byte[] body, Map<String, String> headers) {}
