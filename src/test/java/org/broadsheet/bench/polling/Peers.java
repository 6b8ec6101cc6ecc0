package org.broadsheet.bench.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The formulas of other feed readers, as their sources have them; servers wish for nothing here, nothing fails. */
final class Peers {
    private static final Duration FOUR_HOURS = Duration.ofHours(4);

    private Peers() {}

    /** Miniflux, round_robin: each hour. */
    static Policy minifluxRoundRobin() {
        return (document, added, lastPoll, now) -> Duration.ofMinutes(60);
    }

    /** Miniflux, entry_frequency: a week by the entries of the last week, between five minutes and a day. */
    static Policy minifluxEntryFrequency() {
        return new EntryFrequency();
    }

    /** Counts what it has stored, also when the document no longer shows it. */
    private static final class EntryFrequency implements Policy {
        private final Deque<Instant> lastWeek = new ArrayDeque<>();

        @Override
        public Duration pause(List<Instant> document, List<Instant> added, Instant lastPoll, Instant now) {
            lastWeek.addAll(added);
            Instant weekAgo = now.minus(Duration.ofDays(7));
            lastWeek.removeIf(at -> !at.isAfter(weekAgo));
            Duration longest = Duration.ofDays(1);
            return lastWeek.isEmpty()
                    ? longest
                    : clamp(Duration.ofDays(7).dividedBy(lastWeek.size()), Duration.ofMinutes(5), longest);
        }
    }

    /** CommaFeed: by the age of the newest entry, else half the mean gap in the document, between 5 minutes and 4 hours. */
    static Policy commaFeed() {
        return (document, added, lastPoll, now) -> clamp(commaFeed(document, now), Duration.ofMinutes(5), FOUR_HOURS);
    }

    private static Duration commaFeed(List<Instant> document, Instant now) {
        if (document.isEmpty()) {
            return FOUR_HOURS;
        }
        Instant newest = document.get(document.size() - 1);
        long days = Duration.between(newest, now).toDays();
        if (days >= 7) {
            return days >= 30 ? FOUR_HOURS : days >= 14 ? Duration.ofHours(2) : Duration.ofHours(1);
        }
        if (document.size() < 2) {
            return FOUR_HOURS;
        }
        Duration gap = Duration.between(document.get(0), newest).dividedBy(document.size() - 1);
        return clamp(gap.dividedBy(2), Duration.ofMinutes(5), Duration.ofHours(1));
    }

    /** Feedbin: a round of all feeds each quarter of an hour. */
    static Policy feedbin() {
        return (document, added, lastPoll, now) -> Duration.ofMinutes(15);
    }

    private static Duration clamp(Duration pause, Duration least, Duration most) {
        return pause.compareTo(least) < 0 ? least : pause.compareTo(most) > 0 ? most : pause;
    }
}
