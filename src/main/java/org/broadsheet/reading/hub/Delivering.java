package org.broadsheet.reading.hub;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.broadsheet.ingest.fetch.Answer;
import org.broadsheet.model.HubSubscriber;
import org.broadsheet.publish.hub.BackOff;
import org.broadsheet.publish.hub.Reception;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one subscriber the next piece of what it has not acknowledged, and keeps what came of it. Thread-safe. */
final class Delivering {
    private static final Logger LOG = LoggerFactory.getLogger(Delivering.class);

    /** A stream that is gone can come back under its address, and its subscribers have their leases. */
    private static final Duration STREAM_GONE = Duration.ofHours(1);

    private final Sender sender;
    private final Topics topics;
    private final HubTables tables;
    private final HubCounts counts;
    private final InstantSource clock;
    private final Slowness slowness = new Slowness();

    Delivering(Sender sender, Topics topics, HubTables tables, HubCounts counts, InstantSource clock) {
        this.sender = sender;
        this.topics = topics;
        this.tables = tables;
        this.counts = counts;
        this.clock = clock;
    }

    void run(HubSubscriber to) {
        Optional<Delta> delta = topics.find(to.account(), to.topic()).map(topic -> topic.after(to.delivered()));
        if (delta.isEmpty()) {
            tryAgain(to, to.failures(), STREAM_GONE);
        } else if (delta.get().isEmpty()) {
            // What was newest may have left the stream since.
            delivered(to, Math.max(delta.get().upto(), to.newest()));
        } else {
            send(to, delta.get());
        }
    }

    private void send(HubSubscriber to, Delta delta) {
        Instant begun = clock.instant();
        Optional<Answer> answer = sender.send(to, delta);
        slowness.note(to.id(), Duration.between(begun, clock.instant()));
        answer.ifPresent(said -> settle(to, delta, said));
    }

    /** How far it can be trusted to take what it is sent, and soon. */
    Standing standing(HubSubscriber of) {
        return of.failures() > 0 || slowness.has(of.id()) ? Standing.SHAKY : Standing.SOUND;
    }

    private void settle(HubSubscriber to, Delta delta, Answer answer) {
        switch (Reception.of(answer.status())) {
            case TAKEN -> {
                counts.delivered().increment();
                delivered(to, delta.upto());
            }
            case GONE -> drop(to, "it wants no more");
            case FAILED -> failed(to, answer);
        }
    }

    private void delivered(HubSubscriber to, long upto) {
        Instant now = clock.instant();
        tables.writer().write(handle -> {
            tables.subscribers().delivered(handle, to.id(), upto, now);
            return true;
        });
    }

    private void failed(HubSubscriber to, Answer answer) {
        counts.failed().increment();
        int failures = to.failures() + 1;
        Duration asked = answer.retryAfter().orElse(Duration.ZERO);
        BackOff.pause(failures, to.id(), asked)
                .ifPresentOrElse(
                        pause -> tryAgain(to, failures, pause),
                        () -> drop(to, "it failed " + failures + " times in a row. " + answer.sentence()));
    }

    private void tryAgain(HubSubscriber to, int failures, Duration pause) {
        Instant at = clock.instant().plus(pause);
        tables.writer().write(handle -> {
            tables.subscribers().failed(handle, to.id(), failures, at);
            return true;
        });
    }

    // Of the callback only the host: its path may be a secret between it and us.
    private void drop(HubSubscriber to, String why) {
        counts.dropped().increment();
        LOG.info("A subscription of {} to {} ends: {}", to.callback().getHost(), to.topic(), why);
        tables.writer().write(handle -> {
            tables.subscribers().end(handle, to.id());
            return true;
        });
    }
}
