package org.broadsheet.ingest.fetch;

import java.time.Duration;

/**
 * How far one fetch may go.
 *
 * @param timeout from the first look-up to the last byte, all redirects included
 * @param maxBodyBytes of a body after decompression
 * @param concurrency connections at a time in all
 */
public record FetchLimits(Duration timeout, long maxBodyBytes, int concurrency) {}
