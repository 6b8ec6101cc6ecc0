package org.broadsheet.publish.rules;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a date, an address or another value may look like. */
final class Values {
    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern RFC_822 = Pattern.compile("((Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\\d{1,2} "
            + "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d{4} \\d\\d:\\d\\d(:\\d\\d)? "
            + "(UT|GMT|Z|[ECMP][SD]T|[+-]\\d{4})");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+(\\s*;\\s*[\\w!#$&^.+-]+=([\\w!#$&^.+-]+|\"[^\"\\\\]*\"))*");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>(),;:\"\\[\\]]+@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern RSS_PERSON = Pattern.compile(EMAIL.pattern() + "( \\([^()]+\\))?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    /** Nothing that feeds tell of was published on a network before; what says so had no date. */
    private static final Instant FIRST = Instant.parse("1970-01-02T00:00:00Z");

    private Values() {}

    /** The moment of RFC 3339; empty when it is none, such as 31 June. */
    static Optional<Instant> rfc3339(String text) {
        try {
            return RFC_3339.matcher(text).matches()
                    ? Optional.of(OffsetDateTime.parse(text).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The moment of RFC 822 with a year of four digits; empty when it is none, or its day of the week is another. */
    static Optional<Instant> rfc822(String text) {
        if (!RFC_822.matcher(text).matches()) {
            return Optional.empty();
        }
        String zoned = text.replaceFirst("(UT|Z)$", "GMT");
        try {
            return Optional.of(ZonedDateTime.parse(
                            zoned, DateTimeFormatter.ofPattern("[EEE, ]d MMM yyyy HH:mm[:ss] [z][xx]", Locale.ENGLISH))
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether a feed of today can say it: not what stands for no date, and not beyond tomorrow. */
    static boolean isPlausible(Instant at, Instant now) {
        return !at.isBefore(FIRST) && at.isBefore(now.plus(Duration.ofDays(1)));
    }

    /** RFC 3987 §2.2, as far as java.net.URI knows it: letters of all scripts may stand. */
    static boolean isIri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** RFC 3986 with a host. */
    static boolean isWebUri(String text) {
        return isIri(text)
                && text.matches("(?i)https?://[^/?#].*")
                && text.chars().allMatch(c -> c < 0x7f);
    }

    static boolean isWebIri(String text) {
        return isIri(text) && text.matches("(?i)https?://[^/?#].*");
    }

    static boolean isMediaType(String text) {
        return MEDIA_TYPE.matcher(text).matches();
    }

    static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    /** "mail (Name)", as RSS 2.0 wants an author. */
    static boolean isRssPerson(String text) {
        return RSS_PERSON.matcher(text).matches();
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** RFC 5646 §2.1. */
    static boolean isLanguage(String text) {
        try {
            return !text.isEmpty()
                    && !new Locale.Builder()
                            .setLanguageTag(text)
                            .build()
                            .getLanguage()
                            .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
