package org.broadsheet.reading.hub;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.broadsheet.ingest.fetch.Answer;
import org.broadsheet.ingest.fetch.HostKey;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.HubRequest;
import org.broadsheet.model.PendingHubRequest;
import org.broadsheet.publish.hub.Verification;
import org.broadsheet.publish.hub.Verification.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the callback of one request whether it wants that, and does what was asked for where it does. Thread-safe. */
final class Verifying {
    private static final Logger LOG = LoggerFactory.getLogger(Verifying.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CHALLENGE_BYTES = 32;

    private final Topics topics;
    private final HubTables tables;
    private final HubDoor door;
    private final HubCounts counts;
    private final InstantSource clock;
    private final Trying trying;
    private final Denying denying;

    Verifying(Topics topics, HubTables tables, HubDoor door, HubCounts counts, InstantSource clock) {
        this.topics = topics;
        this.tables = tables;
        this.door = door;
        this.counts = counts;
        this.clock = clock;
        this.trying = new Trying(tables, clock);
        this.denying = new Denying(tables, door, trying);
    }

    void run(PendingHubRequest pending) {
        HubRequest request = pending.request();
        if (isDenied(pending.account(), request)) {
            denying.run(pending);
            return;
        }
        String host = HostKey.of(request.callback().getHost());
        Verification verification = new Verification(request, challenge());
        door.ask(verification.question()).ifPresent(answer -> judge(pending, host, verification, answer));
    }

    private boolean isDenied(AccountId account, HubRequest request) {
        return switch (request.mode()) {
            case DENIED -> true;
            case SUBSCRIBE -> topics.find(account, request.topic()).isEmpty();
            case UNSUBSCRIBE -> false;
        };
    }

    private void judge(PendingHubRequest pending, String host, Verification verification, Answer answer) {
        Verdict verdict = verification.verdict(answer.status(), answer.text());
        boolean confirmed = verdict == Verdict.CONFIRMED;
        note(pending, host, confirmed);
        boolean mayTry = verdict == Verdict.UNANSWERED && !door.doubts().areTooMany(host);
        if (mayTry && trying.later(pending, answer)) {
            return;
        }
        (confirmed ? counts.confirmed() : counts.unconfirmed()).increment();
        LOG.debug("What a callback at {} said to what was asked for in its name: {}", host, answer.sentence());
        settle(pending, host, confirmed);
    }

    private void note(PendingHubRequest pending, String host, boolean confirmed) {
        for (String who : List.of(host, pending.request().callback().toString())) {
            if (confirmed) {
                door.doubts().clear(who);
            } else {
                door.doubts().add(who);
            }
        }
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
