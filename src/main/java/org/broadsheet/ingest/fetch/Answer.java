package org.broadsheet.ingest.fetch;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of one request that follows no redirect.
 *
 * @param status 0 where no answer came
 * @param text the first {@value #MOST_BYTES} bytes of the body at most, read as UTF-8; empty where nobody wanted it
 * @param sentence one line for people: what was answered, or why there was no answer
 * @param retryAfter how long the server wants to be left alone, at most 7 days; empty when it did not say
 */
public record Answer(int status, String text, String sentence, Optional<Duration> retryAfter) {
    public static final int MOST_BYTES = 4_096;

    /** Whether the answer was of the 200s. */
    public boolean accepted() {
        return status >= 200 && status < 300;
    }
}
