package org.broadsheet.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
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

    /** A source and since when it says nothing. */
    public record Silent(Link source, When since) {}

    static StatisticsView of(Shelf shelf, List<Published> published, Map<Outcome, Long> polls, Edition edition) {
        List<Published> late = published.stream()
                .filter(hour ->
                        !edition.day(hour.hour()).isBefore(edition.today().minusDays(DAYS - 1L)))
                .toList();
        long all = late.stream().mapToLong(Published::entries).sum();
        return new StatisticsView(
                edition.texts().get("statistics.line", all, DAYS, shelf.feeds().size()),
                days(late, edition),
                hours(late, edition),
                Bar.scaled(sources(shelf, late, edition.texts())),
                Bar.scaled(unread(shelf, edition.texts())),
                Bar.scaled(polls(polls, edition.texts())),
                silent(shelf, published, edition));
    }

    /** Headlines by day, for 30 days up to today. */
    static Columns days(List<Published> published, Edition edition) {
        Texts texts = edition.texts();
        LocalDate first = edition.today().minusDays(DAYS - 1L);
        long[] days = new long[DAYS];
        published.forEach(hour -> {
            long day = ChronoUnit.DAYS.between(first, edition.day(hour.hour()));
            if (day >= 0 && day < DAYS) {
                days[(int) day] += hour.entries();
            }
        });
        return Columns.of(
                texts.get("statistics.by-day", DAYS),
                days,
                day -> texts.date("date.day", first.plusDays(day)),
                List.of(
                        texts.date("date.day", first),
                        texts.date("date.day", first.plusDays(DAYS / 2)),
                        texts.get("date.today")),
                texts);
    }

    private static Columns hours(List<Published> published, Edition edition) {
        long[] hours = new long[24];
        published.forEach(hour -> hours[hour.hour().atZone(edition.zone()).getHour()] += hour.entries());
        return Columns.of(
                edition.texts().get("statistics.by-hour"),
                hours,
                hour -> hour + ":00",
                List.of("0:00", "12:00", "24:00"),
                edition.texts());
    }

    private static List<Bar.Amount> sources(Shelf shelf, List<Published> published, Texts texts) {
        Map<FeedId, Long> entries = published.stream()
                .collect(Collectors.groupingBy(Published::feed, Collectors.summingLong(Published::entries)));
        return shelf.feeds().stream()
                .filter(feed -> entries.containsKey(feed.feed().id()))
                .map(feed -> {
                    long count = entries.getOrDefault(feed.feed().id(), 0L);
                    return new Bar.Amount(feed.title(), "/feeds/" + feed.feed().id(), texts.number(count), count);
                })
                .sorted(Comparator.comparingLong(Bar.Amount::amount).reversed())
                .limit(SOURCES)
                .toList();
    }

    private static List<Bar.Amount> unread(Shelf shelf, Texts texts) {
        return shelf.outermost().stream()
                .filter(folder -> folder.unread() > 0)
                .map(folder -> unread(folder, texts))
                .sorted(Comparator.comparingLong(Bar.Amount::amount).reversed())
                .toList();
    }

    private static Bar.Amount unread(FolderSummary folder, Texts texts) {
        return new Bar.Amount(
                folder.folder().path().name(),
                "/folders/" + folder.folder().slug() + "?state=unread",
                texts.number(folder.unread()),
                folder.unread());
    }

    private static List<Bar.Amount> polls(Map<Outcome, Long> polls, Texts texts) {
        return Stream.of(Outcome.values())
                .filter(polls::containsKey)
                .map(outcome -> {
                    long count = polls.getOrDefault(outcome, 0L);
                    return new Bar.Amount(texts.get("outcome." + outcome), null, texts.number(count), count);
                })
                .toList();
    }

    private static List<Silent> silent(Shelf shelf, List<Published> published, Edition edition) {
        Map<FeedId, List<Published>> byFeed = published.stream().collect(Collectors.groupingBy(Published::feed));
        return shelf.feeds().stream()
                .flatMap(feed -> silent(feed, byFeed.getOrDefault(feed.feed().id(), List.of()), edition))
                .toList();
    }

    private static Stream<Silent> silent(FeedSummary feed, List<Published> published, Edition edition) {
        Instant at = edition.at();
        return Silence.unusual(published, at).stream()
                .map(since ->
                        new Silent(new Link("/sources/" + feed.feed().id(), feed.title()), When.past(since, edition)));
    }
}
