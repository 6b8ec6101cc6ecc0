package org.broadsheet.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ComplaintsTest {
    @Test
    void the_same_failure_is_logged_once_a_minute() {
        AtomicLong seconds = new AtomicLong(1_000_000);
        Complaints complaints = new Complaints(() -> Instant.ofEpochSecond(seconds.get()));
        IllegalStateException failure = new IllegalStateException("no\nluck");

        assertThat(complaints.log("GET /", failure)).isTrue();
        seconds.addAndGet(59);
        assertThat(complaints.log("GET /", failure)).isFalse();
        assertThat(complaints.log("GET /", new IllegalArgumentException("another")))
                .isTrue();
        seconds.addAndGet(2);
        assertThat(complaints.log("GET /", failure)).isTrue();
    }
}
