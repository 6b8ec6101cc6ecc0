package org.broadsheet.ingest.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Notes what one fetch costs while it runs. For one thread. */
final class Meter {
    private final long start = System.nanoTime();
    private @Nullable Integer status;
    private long bytes;

    /** A new answer has begun. */
    void answered(int httpStatus) {
        status = httpStatus;
        bytes = 0;
    }

    Trace trace() {
        return new Trace(status, Duration.ofNanos(System.nanoTime() - start), bytes);
    }

    /** The same bytes, counted as they pass; {@code tooMany} is thrown when there are more than {@code most}. */
    InputStream counting(InputStream wire, long most, Refused tooMany) {
        return new FilterInputStream(wire) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                return count(one, one < 0 ? 0 : 1);
            }

            @Override
            public int read(byte[] into, int offset, int count) throws IOException {
                int length = super.read(into, offset, count);
                return count(length, Math.max(length, 0));
            }

            /** Leaves the wire alone: HttpClient would read on to the end of the answer, which may never come. */
            @Override
            public void close() {}

            private int count(int result, int passed) throws Refused {
                bytes += passed;
                if (bytes > most) {
                    throw tooMany;
                }
                return result;
            }
        };
    }
}
