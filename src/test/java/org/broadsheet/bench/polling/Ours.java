package org.broadsheet.bench.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.broadsheet.model.Rhythm;
import org.broadsheet.poll.schedule.Forecast;
import org.broadsheet.poll.schedule.Learning;
import org.jspecify.annotations.Nullable;

/** Our own decisions, by the same code that the poller runs. */
final class Ours implements Policy {
    private final Duration patience;
    private final Duration least;
    private final Duration most;
    private @Nullable Rhythm rhythm;

    Ours(Duration patience, Duration least, Duration most) {
        this.patience = patience;
        this.least = least;
        this.most = most;
    }

    @Override
    public Duration pause(List<Instant> document, List<Instant> added, Instant lastPoll, Instant now) {
        rhythm = rhythm == null ? Learning.first(document, now) : Learning.more(rhythm, added, lastPoll, now);
        return new Forecast(rhythm, now).pause(now, patience, least, most);
    }
}
