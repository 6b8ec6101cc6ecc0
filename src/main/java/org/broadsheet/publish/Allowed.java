package org.broadsheet.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.text.XmlCharacters;
import org.jspecify.annotations.Nullable;

/** What of a text, a media type or a date may get out in every format. */
final class Allowed {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final String TOKEN = "[A-Za-z0-9!#$&^_.+-]+";
    private static final Pattern TYPE =
            Pattern.compile(TOKEN + "/" + TOKEN + "( *; *" + TOKEN + "=(" + TOKEN + "|\"[^\"\\\\]*\"))*");

    private static final Pattern CONTROL = Pattern.compile("[\\x7f-\\x9f]");
    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Z}]*");

    /** Programs write the epoch, in their own zone, for "no date"; readers hide what is so old. */
    private static final Instant FIRST = Instant.parse("1970-01-02T00:00:00Z");

    /** Clocks and zones differ by as much; readers keep what lies further ahead on top for ever. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private Allowed() {}

    /**
     * The text without the characters that XML 1.0 §2.2 forbids, half a surrogate pair being one of them, or advises
     * against: 127 to 159 are no characters that anybody means.
     */
    static String text(@Nullable String raw) {
        String text = raw == null ? "" : XmlCharacters.allowed(raw);
        return CONTROL.matcher(text).find() ? CONTROL.matcher(text).replaceAll("") : text;
    }

    /** The text, or another one where nothing of it can be seen. */
    static String title(@Nullable String raw, String otherwise) {
        String text = text(raw);
        return UNSEEN.matcher(text).matches() ? otherwise : text;
    }

    /** A language tag as BCP 47 writes it, else nothing. */
    static Optional<String> language(@Nullable String raw) {
        String tag = text(raw).strip().replace('_', '-');
        return LANGUAGE.matcher(tag).matches() && isWellFormed(tag) ? Optional.of(tag) : Optional.empty();
    }

    private static boolean isWellFormed(String tag) {
        try {
            new Locale.Builder().setLanguageTag(tag);
            return true;
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    /** A media type, without parameters that none can have; else nothing. */
    static Optional<String> type(@Nullable String raw) {
        String type = text(raw).strip();
        return Stream.of(type, type.split(";", 2)[0].strip())
                .filter(one -> TYPE.matcher(one).matches())
                .findFirst();
    }

    /** A moment that an entry which was first seen then can have been published at, else nothing. */
    static Optional<Instant> moment(@Nullable Instant raw, Instant firstSeen) {
        return Optional.ofNullable(raw).filter(at -> !at.isBefore(FIRST) && !at.isAfter(firstSeen.plus(AHEAD)));
    }

    /** As RFC 3339 says it, to the millisecond: there are readers that stumble over more. */
    static String date(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
