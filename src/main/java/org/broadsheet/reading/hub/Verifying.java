package org.broadsheet.reading.hub;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.broadsheet.ingest.fetch.Answer;
import org.broadsheet.ingest.fetch.HostKey;
import org.broadsheet.model.HubRequest;
import org.broadsheet.model.PendingHubRequest;
import org.broadsheet.publish.hub.Verification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the callback of one request whether it wants that, once, and does what was asked for where it does. Thread-safe. */
final class Verifying {
    private static final Logger LOG = LoggerFactory.getLogger(Verifying.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CHALLENGE_BYTES = 32;

    private final HubTables tables;
    private final HubDoor door;
    private final HubCounts counts;
    private final InstantSource clock;

    Verifying(HubTables tables, HubDoor door, HubCounts counts, InstantSource clock) {
        this.tables = tables;
        this.door = door;
        this.counts = counts;
        this.clock = clock;
    }

    void run(PendingHubRequest pending) {
        String host = HostKey.of(pending.request().callback().getHost());
        Verification verification = new Verification(pending.request(), challenge());
        door.ask(verification.question()).ifPresent(answer -> judge(pending, host, verification, answer));
    }

    private void judge(PendingHubRequest pending, String host, Verification verification, Answer answer) {
        String callback = pending.request().callback().toString();
        boolean confirmed = verification.isConfirmedBy(answer.status(), answer.text());
        if (confirmed) {
            door.doubts().clear(host);
            door.doubts().clear(callback);
            counts.confirmed().increment();
        } else {
            door.doubts().add(host);
            door.doubts().add(callback);
            counts.unconfirmed().increment();
            LOG.debug("A callback at {} did not confirm what was asked for: {}", host, answer.sentence());
        }
        settle(pending, host, confirmed);
    }

    /** Where a later request has taken its place, that one counts, and is asked about by itself. */
    private void settle(PendingHubRequest pending, String host, boolean confirmed) {
        Instant now = clock.instant();
        tables.writer().write(handle -> {
            boolean stands = tables.requests().end(handle, pending.id());
            if (stands && confirmed && pending.request().mode() == HubRequest.Mode.SUBSCRIBE) {
                tables.subscribers().confirm(handle, pending, host, now);
            } else if (stands && confirmed) {
                tables.subscribers().unsubscribe(handle, pending);
            }
            return true;
        });
    }

    private static String challenge() {
        byte[] drawn = new byte[CHALLENGE_BYTES];
        RANDOM.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }
}
