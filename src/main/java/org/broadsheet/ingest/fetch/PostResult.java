package org.broadsheet.ingest.fetch;

import java.time.Duration;
import java.util.Optional;

/**
 * How a form that was sent was taken.
 *
 * @param accepted whether the answer was of the 200s
 * @param sentence one line for people: what was answered, or why there was no answer
 * @param retryAfter how long the server wants to be left alone, at most 7 days; empty when it did not say
 */
public record PostResult(boolean accepted, String sentence, Optional<Duration> retryAfter) {}
