package org.broadsheet.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the polls of a host's feeds came to since these were added.
 *
 * @param host name of the host
 * @param feeds that are there
 * @param full answers with a whole document
 * @param unchanged answers that nothing is new (304)
 * @param throttled answers that ask us to come less often (429, 503)
 * @param failed polls that ended otherwise without a document
 * @param bytes received, before decompression
 * @param bytesSaved which whole documents would have taken instead of the unchanged answers
 * @param notBefore until when the host wants to be left alone, null when it does not
 */
public record Traffic(
        String host,
        long feeds,
        long full,
        long unchanged,
        long throttled,
        long failed,
        long bytes,
        long bytesSaved,
        @Nullable Instant notBefore) {

    /** How often it was asked. */
    public long polls() {
        return full + unchanged + throttled + failed;
    }

    /** Both together, under this host's name and with its wish. */
    public Traffic plus(Traffic other) {
        return new Traffic(
                host,
                feeds + other.feeds,
                full + other.full,
                unchanged + other.unchanged,
                throttled + other.throttled,
                failed + other.failed,
                bytes + other.bytes,
                bytesSaved + other.bytesSaved,
                notBefore);
    }
}
