package org.broadsheet.ingest.parse;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How long the publisher asks us to wait: RSS {@code ttl} in minutes, or the Syndication module's period and frequency. */
final class Pace {
    /** Of minutes, 19 years. */
    private static final int MOST = 9_999_999;

    private Pace() {}

    /** The longer of both wishes; null when there is none. */
    static @Nullable Duration of(Node channel) {
        Duration ttl = channel.first(node -> positive(node.text()), "ttl");
        Duration sy = syndication(channel);
        if (ttl == null || sy == null) {
            return ttl == null ? sy : ttl;
        }
        return ttl.compareTo(sy) > 0 ? ttl : sy;
    }

    private static @Nullable Duration positive(@Nullable String minutes) {
        int number = number(minutes);
        return number > 0 ? Duration.ofMinutes(number) : null;
    }

    private static @Nullable Duration syndication(Node channel) {
        String period = channel.first(Node::text, "sy:updateperiod");
        int frequency = Math.max(1, number(channel.first(Node::text, "sy:updatefrequency")));
        Duration whole = switch (period == null ? "" : period.toLowerCase(Locale.ROOT)) {
            case "hourly" -> Duration.ofHours(1);
            case "daily" -> Duration.ofDays(1);
            case "weekly" -> Duration.ofDays(7);
            case "monthly" -> Duration.ofDays(30);
            case "yearly" -> Duration.ofDays(365);
            default -> Duration.ZERO;
        };
        return whole.isZero() ? null : whole.dividedBy(frequency);
    }

    /** At most {@value #MOST}: who names more wants to be asked as rarely as can be. */
    private static int number(@Nullable String text) {
        if (text == null || !text.matches("\\d+")) {
            return 0;
        }
        String digits = text.replaceFirst("^0+(?=.)", "");
        return digits.length() > 7 ? MOST : Integer.parseInt(digits);
    }
}
