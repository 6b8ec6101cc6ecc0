package org.broadsheet.api.feeds;

import java.util.Arrays;
import java.util.Locale;
import org.broadsheet.publish.FeedFormat;
import org.jspecify.annotations.Nullable;

/** Which format a client likes best (RFC 9110 §12.5.1). Pure. */
final class Negotiation {
    private Negotiation() {}

    /** Of what an Accept header names, the format with the greatest weight; Atom where it names none of ours. */
    static FeedFormat format(@Nullable String accept) {
        FeedFormat best = FeedFormat.ATOM;
        double most = 0;
        for (FeedFormat format : FeedFormat.values()) {
            double weight = accept == null ? 0 : weight(accept, format);
            if (weight > most) {
                best = format;
                most = weight;
            }
        }
        return best;
    }

    private static double weight(String accept, FeedFormat format) {
        return Arrays.stream(accept.toLowerCase(Locale.ROOT).split(","))
                .filter(range -> names(range.split(";", 2)[0].strip(), format))
                .mapToDouble(Negotiation::quality)
                .max()
                .orElse(0);
    }

    private static boolean names(String type, FeedFormat format) {
        return type.equals(format.bareType()) || (format == FeedFormat.JSON && type.equals("application/json"));
    }

    private static double quality(String range) {
        String[] parts = range.replace(" ", "").split(";q=", 2);
        try {
            return parts.length < 2 ? 1 : Double.parseDouble(parts[1].split(";", 2)[0]);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
