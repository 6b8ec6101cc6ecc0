package org.broadsheet.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a feed is asked when it is.
 *
 * @param pause how long it is left alone; zero where it is not asked any more
 * @param count entries a day, failures in a row, or minutes since its latest entry or since nothing was there, as the kind says
 * @param until when it wants to be left alone, beyond the pause; null where that changes nothing
 * @param limit what kept the pause from being another
 * @param floor the shortest pause that its publisher, the limits and its failures allow, whoever wishes for less; zero when that
 *     was not kept
 */
public record Reason(
        Kind kind, Duration pause, long count, @Nullable Instant until, Limit limit, Duration floor) {
    private static final Pattern WRITTEN = Pattern.compile(
            "([A-Z_]+) (\\d{1,12}) (\\d{1,12}) (\\d{1,12}|-)(?: (SHORTEST|LONGEST))?(?: least (\\d{1,12}))?");
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** What decides. */
    public enum Kind {
        FEED_ASKS,
        SERVER_ASKS,
        READER_ASKS,
        ANNOUNCED,
        /** {@code count} entries a day. */
        OFTEN,
        /** The latest entry is {@code count} minutes old. */
        SELDOM,
        UNKNOWN_RHYTHM,
        RETRY_AFTER,
        /** {@code count} failures in a row. */
        FAILED,
        CLOSED,
        /** Nothing was there for {@code count} minutes. */
        NOTHING_THERE
    }

    /** The interval that is set for all feeds ({@code poll.min-interval}, {@code poll.max-interval}). */
    public enum Limit {
        NONE,
        SHORTEST,
        LONGEST
    }

    public static Reason of(Kind kind, Duration pause) {
        return of(kind, pause, 0);
    }

    public static Reason of(Kind kind, Duration pause, long count) {
        return new Reason(kind, pause, count, null, Limit.NONE, Duration.ZERO);
    }

    public Reason until(@Nullable Instant instant) {
        return new Reason(kind, pause, count, instant, limit, floor);
    }

    public Reason atLeast(Duration shortest) {
        return new Reason(kind, pause, count, until, limit, shortest);
    }

    /** With the limit that the pause stands at, if any. */
    public Reason within(Duration shortest, Duration longest) {
        Limit met = pause.equals(shortest) ? Limit.SHORTEST : pause.equals(longest) ? Limit.LONGEST : Limit.NONE;
        return new Reason(kind, pause, count, until, met, floor);
    }

    /** Whether its publisher or its server wants the pause, so that nobody here may shorten it. */
    public boolean isTheirs() {
        return switch (kind) {
            case FEED_ASKS, SERVER_ASKS, RETRY_AFTER -> true;
            default -> until != null;
        };
    }

    /** From when on a reader may have the feed asked that was polled then. */
    public Instant earliest(Instant polled) {
        Instant rested = polled.plus(isTheirs() && pause.compareTo(floor) > 0 ? pause : floor);
        return until != null && until.isAfter(rested) ? until : rested;
    }

    /** As one line that {@link #read} understands. */
    public String written() {
        String end = until == null ? "-" : Long.toString(until.getEpochSecond());
        String held = limit == Limit.NONE ? "" : " " + limit.name();
        String least = floor.isZero() ? "" : " least " + floor.toSeconds();
        return kind.name() + " " + pause.toSeconds() + " " + count + " " + end + held + least;
    }

    /** What {@link #written} wrote; empty for anything else. */
    public static Optional<Reason> read(@Nullable String written) {
        Matcher parts = WRITTEN.matcher(written == null ? "" : written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Instant until = parts.group(4).equals("-") ? null : Instant.ofEpochSecond(Long.parseLong(parts.group(4)));
        Limit limit = parts.group(5) == null ? Limit.NONE : Limit.valueOf(parts.group(5));
        Duration floor = Duration.ofSeconds(parts.group(6) == null ? 0 : Long.parseLong(parts.group(6)));
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(parts.group(1))) {
                Duration pause = Duration.ofSeconds(Long.parseLong(parts.group(2)));
                return Optional.of(new Reason(kind, pause, Long.parseLong(parts.group(3)), until, limit, floor));
            }
        }
        return Optional.empty();
    }

    /** In English sentences, for programs. */
    public String sentence() {
        String wait = words(pause)
                + switch (limit) {
                    case NONE -> "";
                    case SHORTEST -> ", the shortest pause set here";
                    case LONGEST -> ", the longest pause set here";
                };
        String sentence = switch (kind) {
            case FEED_ASKS -> "The feed itself asks for a pause of " + wait + ".";
            case SERVER_ASKS -> "Its server asks for a pause of " + wait + ".";
            case READER_ASKS -> "Its reader wants it asked every " + wait + ".";
            case ANNOUNCED -> "Its hub announces what is new, so it is asked again only in " + wait + ", to be sure.";
            case OFTEN ->
                "It publishes about " + count(count, "entry", "entries") + " a day, so it is asked again in " + wait
                        + ".";
            case SELDOM ->
                "Its latest entry is " + words(Duration.ofMinutes(count)) + " old, so it is asked again in " + wait
                        + ".";
            case UNKNOWN_RHYTHM -> "It is not known yet how often it publishes, so it is asked again in " + wait + ".";
            case RETRY_AFTER -> "Its server asks to be left alone for " + wait + ".";
            case FAILED ->
                "It failed " + (count == 1 ? "once" : count + " times in a row") + ", so it is tried again in " + wait
                        + ".";
            case CLOSED -> "The publisher closed it; it is not asked again.";
            case NOTHING_THERE ->
                "There has been nothing at its address for " + words(Duration.ofMinutes(count))
                        + "; it is not asked again unless you ask for it.";
        };
        return until == null
                ? sentence
                : sentence + " It wants to be left alone at that time, so it waits until " + HOUR.format(until)
                        + " UTC.";
    }

    private static String words(Duration pause) {
        long minutes = Math.max(1, pause.plusSeconds(30).toMinutes());
        if (minutes < 120) {
            return count(minutes, "minute", "minutes");
        }
        return minutes < 2_880 ? minutes / 60 + " hours" : minutes / 1_440 + " days";
    }

    private static String count(long number, String one, String more) {
        return number + " " + (number == 1 ? one : more);
    }
}
