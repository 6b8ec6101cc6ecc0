package org.broadsheet.cli.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One use of a form: fills its open places, the same way each time it is asked.
 *
 * <p>Words are taken in turn, from a place in the list that differs by form and paper: so a headline comes back only after
 * many rounds. What is not in a headline is drawn by hash.
 */
final class Filling {
    private static final Pattern CHOICE = Pattern.compile("\\[([^\\[\\]]*\\|[^\\[\\]]*)]");
    private static final Pattern OPEN = Pattern.compile("\\{([^{}]+)}");
    private static final Pattern RANGE = Pattern.compile("(\\d+)(\\.\\d)?-(\\d+)(\\.\\d)?");
    private static final Pattern SENTENCE = Pattern.compile("(^|\\n|[.?!]”? |[“>] ?“?|- )(\\p{Ll})");
    private static final Pattern HEADLINE = Pattern.compile("(^|: )(\\p{Ll})");
    private static final DateTimeFormatter CLOCK = utc("HH:mm");
    private static final DateTimeFormatter WEEKDAY = utc("EEEE");
    private static final Set<String> SMALL = Set.of(
            "a", "an", "the", "of", "on", "for", "with", "to", "in", "and", "over", "by", "at", "from", "that", "who");

    private final Map<String, List<String>> words;
    private final Draft form;
    private final String seed;
    private final int round;
    private final Instant published;

    /** One use by a paper that has used the form {@code round} times before. */
    Filling(Map<String, List<String>> words, Draft form, Paper paper, int round, Instant published) {
        this.words = words;
        this.form = form;
        this.seed = form.key() + "/" + paper.slug();
        this.round = round;
        this.published = published;
    }

    /** The form as an article. */
    Draft draft() {
        String headline = form.headlines().get(turn("headline", form.headlines().size()));
        return new Draft(
                form.key(),
                form.papers(),
                form.offset(),
                List.of(started(fill(headline, true), HEADLINE)),
                fill(form.author(), false),
                form.tags(),
                form.figure(),
                form.sound(),
                body());
    }

    private String body() {
        String chosen = CHOICE.matcher(form.body()).replaceAll(choice -> {
            String[] options = choice.group(1).split("\\|", -1);
            return Matcher.quoteReplacement(options[draw("choice" + choice.start(), options.length)]);
        });
        return started(fill(chosen, false), SENTENCE);
    }

    /** With a capital letter wherever something begins. */
    private static String started(String text, Pattern beginning) {
        return beginning
                .matcher(text)
                .replaceAll(start ->
                        Matcher.quoteReplacement(start.group(1) + start.group(2).toUpperCase(Locale.ROOT)));
    }

    private String fill(String text, boolean headline) {
        return OPEN.matcher(text).replaceAll(open -> {
            String value = value(open);
            return Matcher.quoteReplacement(headline ? titled(value) : value);
        });
    }

    private String value(MatchResult open) {
        String name = open.group(1);
        if (name.equals("clock")) {
            return CLOCK.format(published);
        }
        if (name.equals("weekday")) {
            return WEEKDAY.format(published);
        }
        Matcher range = RANGE.matcher(name);
        if (range.matches()) {
            return number(name, range);
        }
        List<String> list = Objects.requireNonNull(words.get(name), name);
        return list.get(turn(name, list.size()));
    }

    private String number(String name, Matcher range) {
        if (range.group(2) == null) {
            int low = Integer.parseInt(range.group(1));
            return Integer.toString(low + draw(name, Integer.parseInt(range.group(3)) - low + 1));
        }
        int low = Integer.parseInt(range.group(1) + range.group(2).substring(1));
        int high = Integer.parseInt(range.group(3) + range.group(4).substring(1));
        int tenths = low + draw(name, high - low + 1);
        return tenths / 10 + "." + tenths % 10;
    }

    private int turn(String what, int size) {
        return Math.floorMod(mixed(seed + what) + round, size);
    }

    private int draw(String what, int size) {
        return Math.floorMod(mixed(seed + what + "#" + round), size);
    }

    /** A number from 0 that has nothing in common with those of similar texts, as hash codes have. */
    static int mixed(String text) {
        return new SplittableRandom(text.hashCode()).nextInt(Integer.MAX_VALUE);
    }

    private static String titled(String value) {
        return Arrays.stream(value.split(" "))
                .map(word -> SMALL.contains(word) ? word : capital(word))
                .collect(Collectors.joining(" "));
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
