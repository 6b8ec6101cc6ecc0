package org.broadsheet.reading.hub;

import org.broadsheet.ingest.fetch.Answer;
import org.broadsheet.model.PendingHubRequest;
import org.broadsheet.publish.hub.Verification;

/** Tells a callback that it is sent nothing, or nothing more, because its stream is gone (WebSub §5.2). Thread-safe. */
record Denying(HubTables tables, HubDoor door, Trying trying) {
    private static final String REASON = "The stream is gone.";

    void run(PendingHubRequest pending) {
        door.ask(Verification.denial(pending.request(), REASON)).ifPresent(answer -> settle(pending, answer));
    }

    private void settle(PendingHubRequest pending, Answer answer) {
        if (Verification.isAnswer(answer.status()) || !trying.later(pending, answer)) {
            tables.writer().write(handle -> tables.requests().end(handle, pending.id()));
        }
    }
}
