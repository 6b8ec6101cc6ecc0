package org.broadsheet.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.FolderSummary;
import org.broadsheet.model.LastPoll.Outcome;
import org.broadsheet.model.Published;
import org.broadsheet.reading.Shelf;

/**
 * Figures about the sources, ready to draw.
 *
 * @param days headlines by day
 * @param hours headlines by hour of the day
 * @param sources the busiest ones
 * @param unread how much of each folder is not read yet
 * @param polls how asking went
 * @param silent sources that have been silent for longer than usual
 */
public record StatisticsView(
        String line,
        Columns days,
        Columns hours,
        List<Bar> sources,
        List<Bar> unread,
        List<Bar> polls,
        List<Silent> silent) {
    static final int DAYS = 30;
    private static final int SOURCES = 12;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    /** A source and since when it says nothing. */
    public record Silent(Link source, When since) {}

    static StatisticsView of(Shelf shelf, List<Published> published, Map<Outcome, Long> polls, Now now) {
        List<Published> late = published.stream()
                .filter(hour -> !now.day(hour.hour()).isBefore(now.today().minusDays(DAYS - 1L)))
                .toList();
        long all = late.stream().mapToLong(Published::entries).sum();
        return new StatisticsView(
                Counts.of(all, "headline") + " in " + DAYS + " days from "
                        + Counts.of(shelf.feeds().size(), "source"),
                days(late, now),
                hours(late, now),
                Bar.scaled(sources(shelf, late)),
                Bar.scaled(unread(shelf)),
                Bar.scaled(polls(polls)),
                silent(shelf, published, now));
    }

    /** Headlines by day, for 30 days up to today. */
    static Columns days(List<Published> published, Now now) {
        LocalDate first = now.today().minusDays(DAYS - 1L);
        long[] days = new long[DAYS];
        published.forEach(hour -> {
            long day = ChronoUnit.DAYS.between(first, now.day(hour.hour()));
            if (day >= 0 && day < DAYS) {
                days[(int) day] += hour.entries();
            }
        });
        return Columns.of(
                "Headlines by day for " + DAYS + " days",
                days,
                day -> DAY.format(first.plusDays(day)),
                List.of(DAY.format(first), DAY.format(first.plusDays(DAYS / 2)), "today"));
    }

    private static Columns hours(List<Published> published, Now now) {
        long[] hours = new long[24];
        published.forEach(hour -> hours[hour.hour().atZone(now.zone()).getHour()] += hour.entries());
        return Columns.of(
                "Headlines by hour of the day", hours, hour -> hour + ":00", List.of("0:00", "12:00", "24:00"));
    }

    private static List<Bar.Amount> sources(Shelf shelf, List<Published> published) {
        Map<FeedId, Long> entries = published.stream()
                .collect(Collectors.groupingBy(Published::feed, Collectors.summingLong(Published::entries)));
        return shelf.feeds().stream()
                .filter(feed -> entries.containsKey(feed.feed().id()))
                .map(feed -> {
                    long count = entries.getOrDefault(feed.feed().id(), 0L);
                    return new Bar.Amount(feed.title(), "/feeds/" + feed.feed().id(), Counts.of(count), count);
                })
                .sorted(Comparator.comparingLong(Bar.Amount::amount).reversed())
                .limit(SOURCES)
                .toList();
    }

    private static List<Bar.Amount> unread(Shelf shelf) {
        return shelf.outermost().stream()
                .filter(folder -> folder.unread() > 0)
                .map(StatisticsView::unread)
                .sorted(Comparator.comparingLong(Bar.Amount::amount).reversed())
                .toList();
    }

    private static Bar.Amount unread(FolderSummary folder) {
        return new Bar.Amount(
                folder.folder().path().name(),
                "/folders/" + folder.folder().slug() + "?state=unread",
                Counts.of(folder.unread()),
                folder.unread());
    }

    private static List<Bar.Amount> polls(Map<Outcome, Long> polls) {
        return Stream.of(Outcome.values())
                .filter(polls::containsKey)
                .map(outcome -> {
                    long count = polls.getOrDefault(outcome, 0L);
                    return new Bar.Amount(name(outcome), null, Counts.of(count), count);
                })
                .toList();
    }

    private static String name(Outcome outcome) {
        return switch (outcome) {
            case CHANGED -> "With news";
            case UNCHANGED -> "Nothing new";
            case SKIPPED -> "Left alone, as asked";
            case FAILED -> "Failed";
        };
    }

    private static List<Silent> silent(Shelf shelf, List<Published> published, Now now) {
        Map<FeedId, List<Published>> byFeed = published.stream().collect(Collectors.groupingBy(Published::feed));
        return shelf.feeds().stream()
                .flatMap(feed -> silent(feed, byFeed.getOrDefault(feed.feed().id(), List.of()), now))
                .toList();
    }

    private static Stream<Silent> silent(FeedSummary feed, List<Published> published, Now now) {
        Instant at = now.at();
        return Silence.unusual(published, at).stream()
                .map(since ->
                        new Silent(new Link("/sources/" + feed.feed().id(), feed.title()), When.past(since, now)));
    }
}
