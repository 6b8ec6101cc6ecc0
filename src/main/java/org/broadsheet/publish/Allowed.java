package org.broadsheet.publish;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.text.XmlCharacters;
import org.jspecify.annotations.Nullable;

/** What of a text, an address or a date may get out in every format. */
final class Allowed {
    private static final Pattern WEB = Pattern.compile("(?i)(https?://)(?:[^/?#\\s]*@)?([^/?#\\s@][^\\s<>\"]*)");

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+( *;.*)?");

    /** Before it the Julian and Gregorian calendars part, and only mistakes such as the year 1 lie there. */
    private static final Instant FIRST = Instant.parse("1583-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Allowed() {}

    /** The text without the characters that XML 1.0 §2.2 forbids; half a surrogate pair is one of them. */
    static String text(@Nullable String raw) {
        return raw == null ? "" : XmlCharacters.allowed(raw);
    }

    /** An absolute http(s) address, else nothing. A name and password in it are the subscriber's: they stay here. */
    static Optional<String> address(@Nullable String raw) {
        Matcher web = WEB.matcher(text(raw).strip());
        return web.matches() ? Optional.of(web.group(1) + escaped(web.group(2))) : Optional.empty();
    }

    // RFC 3987 §2.2 has none of these; letters of other scripts may stand as they are.
    private static String escaped(String rest) {
        StringBuilder escaped = new StringBuilder(rest.length());
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            if ("{}|\\^`".indexOf(c) >= 0) {
                escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** A language tag as BCP 47 writes it, else nothing. */
    static Optional<String> language(@Nullable String raw) {
        String tag = text(raw).strip().replace('_', '-');
        return LANGUAGE.matcher(tag).matches() ? Optional.of(tag) : Optional.empty();
    }

    /** A media type, else nothing. */
    static Optional<String> type(@Nullable String raw) {
        String type = text(raw).strip();
        return TYPE.matcher(type).matches() ? Optional.of(type) : Optional.empty();
    }

    /** A moment that RFC 3339 and RFC 822 can say, else nothing. */
    static Optional<Instant> moment(@Nullable Instant raw) {
        return Optional.ofNullable(raw).filter(at -> !at.isBefore(FIRST) && !at.isAfter(LAST));
    }
}
