package org.broadsheet.poll.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.broadsheet.model.Rhythm;
import org.jspecify.annotations.Nullable;

/** Learns a feed's rhythm from when its entries came out. Pure. */
public final class Learning {
    /** Older releases say little of the weeks to come; counts cover between half of it and all of it. */
    private static final Duration MEMORY = Duration.ofDays(56);

    /** Entries of one poll that came out within this belong to one release; under an hour, so that hourly bulletins stay apart. */
    private static final Duration TOGETHER = Duration.ofMinutes(45);

    private Learning() {}

    /**
     * What a first document tells.
     *
     * @param published the dates of its entries, in any order, none after {@code now}; those without a date left out
     */
    public static Rhythm first(List<Instant> published, Instant now) {
        Instant horizon = now.minus(MEMORY);
        List<Instant> dates = published.stream()
                .filter(date -> date.isAfter(horizon))
                .sorted()
                .toList();
        if (dates.size() < published.size()) {
            return add(Rhythm.startingAt(horizon), dates);
        }
        // The time before the oldest entry is unknown, so that entry marks the start instead of being counted.
        return dates.isEmpty()
                ? Rhythm.startingAt(now)
                : add(Rhythm.startingAt(dates.get(0)), dates.subList(1, dates.size()));
    }

    /**
     * What later polls add.
     *
     * @param published the dates of the new entries, in any order
     * @param known what was learnt while a clock ran ahead counts for nothing
     * @param lastPoll when the feed was read before: what is new now came out after it, whatever its date says
     */
    public static Rhythm more(@Nullable Rhythm known, List<Instant> published, Instant lastPoll, Instant now) {
        return lastPoll.isAfter(now) || (known != null && isAhead(known, now))
                ? more(null, published, now, now)
                : since(lastPoll, known == null ? Rhythm.startingAt(lastPoll) : known, published, now);
    }

    private static boolean isAhead(Rhythm known, Instant now) {
        return known.since().isAfter(now) || known.recent().stream().anyMatch(release -> release.isAfter(now));
    }

    private static Rhythm since(Instant lastPoll, Rhythm rhythm, List<Instant> published, Instant now) {
        boolean old = rhythm.since().isBefore(now.minus(MEMORY));
        List<Instant> dates = published.stream()
                .map(date -> date.isBefore(lastPoll) ? lastPoll : date.isAfter(now) ? now : date)
                .sorted()
                .toList();
        return add(old ? rhythm.halved(now) : rhythm, dates);
    }

    private static Rhythm add(Rhythm known, List<Instant> sorted) {
        Rhythm rhythm = known;
        int i = 0;
        while (i < sorted.size()) {
            Instant start = sorted.get(i);
            int entries = 0;
            while (i < sorted.size() && !sorted.get(i).isAfter(start.plus(TOGETHER))) {
                entries++;
                i++;
            }
            rhythm = rhythm.with(start, entries);
        }
        return rhythm;
    }
}
