package org.broadsheet.server;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.Scope;
import org.jspecify.annotations.Nullable;

/**
 * One open connection of {@link Events}. Holds at most one message that the client has not taken yet; thread-safe,
 * because the container says on its own threads when there is room again.
 */
final class Listener implements WriteListener {
    private static final String HEARTBEAT = ":\n\n";
    private static final int ROUNDS_TO_HEARTBEAT = 20;
    private static final int ROUNDS_TO_DROP = 60;
    private static final int ROUNDS_TO_END = 90;
    private static final String DROPPED =
            "event: dropped\ndata: {\"why\":\"Nothing was taken for long; come again with Last-Event-ID.\"}\n\n";

    private final ServletOutputStream out;
    private final Wish wish;
    private final CompletableFuture<Void> end;
    private long seen;
    private @Nullable String waiting;
    private boolean unflushed;
    private boolean dropped;
    private int quietRounds;

    Listener(ServletOutputStream out, Wish wish, long seen, CompletableFuture<Void> end) {
        this.out = out;
        this.wish = wish;
        this.seen = seen;
        this.end = end;
    }

    /** Opens the stream; its first bytes show the client that it is connected. */
    synchronized void start() {
        waiting = "retry: 3000\n\n";
        out.setWriteListener(this);
    }

    /** What somebody wants to hear of. */
    record Wish(AccountId account, Scope scope) {}

    Wish wish() {
        return wish;
    }

    /** The change up to which it knows everything. */
    synchronized long seen() {
        return seen;
    }

    /** One round: an event when entries arrived, a heartbeat when nothing was sent for long, the end when it is stuck. */
    synchronized void tell(long change, long arrived) {
        quietRounds++;
        if (waiting != null) {
            dropWhenStuck();
        } else if (arrived > 0) {
            send("event: entries\nid: " + change + "\ndata: {\"change\":" + change + ",\"new\":" + arrived + "}\n\n");
            seen = change;
        } else {
            // What came elsewhere is not asked for again. No id is sent for it: who comes back with an older one misses
            // nothing.
            seen = change;
            if (quietRounds >= ROUNDS_TO_HEARTBEAT) {
                send(HEARTBEAT);
            }
        }
    }

    private void dropWhenStuck() {
        if (quietRounds >= ROUNDS_TO_END) {
            end();
        } else if (quietRounds >= ROUNDS_TO_DROP) {
            // In the place of what waits: its id was never sent, so that the client asks for it anew.
            waiting = DROPPED;
            dropped = true;
        }
    }

    private void send(String message) {
        waiting = message;
        quietRounds = 0;
        write();
    }

    @Override
    public synchronized void onWritePossible() {
        write();
    }

    private void write() {
        try {
            while (out.isReady() && (waiting != null || unflushed)) {
                if (waiting != null) {
                    out.write(waiting.getBytes(StandardCharsets.US_ASCII));
                    waiting = null;
                    unflushed = true;
                } else {
                    unflushed = false;
                    out.flush();
                }
            }
            if (dropped && waiting == null && !unflushed) {
                end();
            }
        } catch (IOException | IllegalStateException e) {
            end();
        }
    }

    @Override
    public void onError(Throwable gone) {
        end();
    }

    void end() {
        end.complete(null);
    }
}
