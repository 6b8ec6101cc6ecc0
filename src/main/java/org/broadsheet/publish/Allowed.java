package org.broadsheet.publish;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.text.XmlCharacters;
import org.jspecify.annotations.Nullable;

/** What of a text, an address or a date may get out in every format. */
final class Allowed {
    private static final Pattern WEB = Pattern.compile("(?i)(https?://)(?:[^/?#\\s]*@)?([^/?#\\s@][^\\s<>\"]*)");

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
        return web.matches() ? Optional.of(web.group(1) + web.group(2)) : Optional.empty();
    }

    /** A moment that RFC 3339 and RFC 822 can say, else nothing. */
    static Optional<Instant> moment(@Nullable Instant raw) {
        return Optional.ofNullable(raw).filter(at -> !at.isBefore(FIRST) && !at.isAfter(LAST));
    }
}
