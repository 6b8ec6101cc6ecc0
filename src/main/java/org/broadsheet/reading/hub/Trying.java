package org.broadsheet.reading.hub;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.broadsheet.ingest.fetch.Answer;
import org.broadsheet.model.PendingHubRequest;
import org.broadsheet.publish.hub.BackOff;
import org.broadsheet.publish.hub.Verification;

/** Has callbacks asked again that gave no answer. */
record Trying(HubTables tables, InstantSource clock) {
    /** False when it is time to give up. */
    boolean later(PendingHubRequest pending, Answer answer) {
        int failures = pending.failures() + 1;
        if (failures >= Verification.MOST_TRIES) {
            return false;
        }
        Duration asked = answer.retryAfter().orElse(Duration.ZERO);
        Instant at = clock.instant().plus(BackOff.pauseForEver(failures, pending.id(), asked));
        tables.writer().write(handle -> {
            tables.requests().failed(handle, pending.id(), failures, at);
            return true;
        });
        return true;
    }
}
