package org.broadsheet.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which paper has published what by when: a pure function of the start and the moment.
 *
 * <p>Each paper has its written stories, then enough filled forms before the start to make a full page, then a form
 * whenever its turn comes. The forms of a paper are numbered from the oldest.
 */
final class Timetable {
    /** A new piece somewhere each time this has passed. */
    static final Duration BEAT = Duration.ofSeconds(4);

    /** What a paper has at the start. */
    static final int AT_START = 14;

    /** What a feed holds. */
    static final int SHOWN = 20;

    private static final Duration BACKLOG = Duration.ofDays(2);
    private static final List<Paper> TURNS = List.of(
            Paper.COASTAL_WIRE,
            Paper.OPEN_NOTEBOOK,
            Paper.MERIDIAN_WORLD,
            Paper.SIGNAL_SWITCH,
            Paper.HARBOUR_POST,
            Paper.COMPILER_WEEKLY,
            Paper.NORTHERN_LINE,
            Paper.CITY_LEDGER,
            Paper.FIELD_STATION,
            Paper.ALPINE_REVIEW);

    private final Material material;
    private final Instant start;

    Timetable(Material material, Instant start) {
        this.material = material;
        this.start = start;
    }

    /** The paper's newest pieces, newest first; none of them is from after {@code now}. */
    List<Piece> newest(Paper paper, Instant now) {
        int forms = formsBy(paper, now);
        Stream<Piece> filled =
                IntStream.range(Math.max(0, forms - SHOWN), forms).mapToObj(i -> filled(paper, i));
        return Stream.concat(written(paper), filled)
                .filter(piece -> !piece.published().isAfter(now))
                .sorted(Comparator.comparing(Piece::published).reversed().thenComparing(Piece::key))
                .limit(SHOWN)
                .toList();
    }

    /** A piece that has been published by {@code now}, however long ago. */
    Optional<Piece> find(Paper paper, String key, Instant now) {
        Stream<Piece> named = key.matches("n\\d{1,7}")
                ? Stream.of(Integer.parseInt(key.substring(1)))
                        .filter(number -> number < formsBy(paper, now))
                        .map(number -> filled(paper, number))
                : written(paper).filter(piece -> piece.key().equals(key));
        return named.filter(piece -> !piece.published().isAfter(now)).findFirst();
    }

    private Stream<Piece> written(Paper paper) {
        return material.storiesOf(paper).stream()
                .map(draft -> new Piece(paper, draft.key(), draft, start.plus(offset(draft))));
    }

    private Piece filled(Paper paper, int number) {
        List<Draft> forms = material.formsOf(paper);
        Instant published = formTime(paper, number);
        Draft form = forms.get(number % forms.size());
        Draft draft = new Filling(material.words(), form, paper, number / forms.size(), published).draft();
        return new Piece(paper, "n" + number, draft, published);
    }

    private int formsBy(Paper paper, Instant now) {
        long beats = Math.max(0, Duration.between(start, now).dividedBy(BEAT));
        int turns = TURNS.size();
        boolean hadItsTurn = TURNS.indexOf(paper) < beats % turns;
        return backlog(paper) + (int) (beats / turns) + (hadItsTurn ? 1 : 0);
    }

    private Instant formTime(Paper paper, int number) {
        int backlog = backlog(paper);
        if (number >= backlog) {
            long beat = (long) (number - backlog) * TURNS.size() + TURNS.indexOf(paper) + 1;
            return start.plus(BEAT.multipliedBy(beat));
        }
        long step = BACKLOG.toSeconds() / backlog;
        long jitter = Filling.mixed(paper.slug() + number) % step;
        return start.minusSeconds(step * (backlog - number) - jitter);
    }

    private int backlog(Paper paper) {
        long before = material.storiesOf(paper).stream()
                .filter(draft -> offset(draft).isNegative())
                .count();
        return AT_START - (int) before;
    }

    private static Duration offset(Draft story) {
        return Objects.requireNonNull(story.offset(), story.key());
    }
}
