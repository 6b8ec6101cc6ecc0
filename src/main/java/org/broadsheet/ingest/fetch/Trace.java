package org.broadsheet.ingest.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a fetch cost.
 *
 * @param httpStatus of the last answer, null when there was none
 * @param duration redirects included
 * @param bytes of the last body as they came over the wire, before decompression
 */
public record Trace(@Nullable Integer httpStatus, Duration duration, long bytes) {}
