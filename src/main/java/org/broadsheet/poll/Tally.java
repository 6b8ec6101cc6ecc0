package org.broadsheet.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.LastPoll;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sums polls up for the log: one line when there is a rest, and not each minute, however many feeds fail. */
final class Tally {
    private static final Logger LOG = LoggerFactory.getLogger("org.broadsheet.poll");
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Map<ErrorKind, Integer> errors = new TreeMap<>();
    private Instant notBefore = Instant.MIN;
    private int polls;
    private int changed;
    private int newEntries;

    synchronized void count(LastPoll poll) {
        polls++;
        newEntries += poll.newEntries();
        changed += poll.outcome() == LastPoll.Outcome.CHANGED ? 1 : 0;
        ErrorKind kind = poll.errorKind();
        if (kind != null) {
            errors.merge(kind, 1, Integer::sum);
        }
    }

    synchronized void report(Instant now) {
        if (polls == 0 || now.isBefore(notBefore)) {
            return;
        }
        String failed = errors.isEmpty()
                ? "none failed"
                : errors.entrySet().stream()
                        .map(error -> error.getValue() + " " + error.getKey().word())
                        .collect(Collectors.joining(", ", "failed: ", ""));
        LOG.info("Polled {} feeds: {} with news, {} new entries, {}.", polls, changed, newEntries, failed);
        notBefore = now.plus(QUIET);
        errors.clear();
        polls = 0;
        changed = 0;
        newEntries = 0;
    }
}
