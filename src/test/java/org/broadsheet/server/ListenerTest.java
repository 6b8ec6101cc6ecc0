package org.broadsheet.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.Scope;
import org.junit.jupiter.api.Test;

/** A listener whose connection takes bytes only when the test says so. */
class ListenerTest {
    private final Pipe pipe = new Pipe();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Listener listener = new Listener(pipe, new Listener.Wish(new AccountId(1), Scope.EVERYTHING), 0, end);

    @Test
    void what_a_slow_listener_did_not_take_is_told_as_one_event() {
        pipe.open = true;
        listener.start();
        pipe.open = false;
        listener.tell(1, 1);
        rounds(5, 4);
        pipe.open = true;
        listener.onWritePossible();
        listener.tell(4, 3);

        assertThat(pipe.text()).contains("id: 1\n").endsWith("data: {\"change\":4,\"new\":3}\n\n");
    }

    @Test
    void one_that_takes_nothing_for_long_learns_at_last_that_it_was_dropped() {
        listener.start();
        rounds(60, 9);
        assertThat(end).isNotDone();

        pipe.open = true;
        listener.onWritePossible();

        assertThat(pipe.text()).startsWith("event: dropped\n").contains("Last-Event-ID");
        assertThat(end).isDone();
    }

    @Test
    void one_that_never_takes_anything_is_let_go() {
        listener.start();
        rounds(90, 9);

        assertThat(end).isDone();
        assertThat(pipe.text()).isEmpty();
    }

    private void rounds(int count, long change) {
        for (int i = 0; i < count; i++) {
            listener.tell(change, change);
        }
    }

    private static final class Pipe extends ServletOutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean open;

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        @Override
        public boolean isReady() {
            return open;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            ((Listener) listener).onWritePossible();
        }

        @Override
        public void write(int b) {
            bytes.write(b);
        }
    }
}
