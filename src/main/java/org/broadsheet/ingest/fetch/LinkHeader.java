package org.broadsheet.ingest.fetch;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.MessageHeaders;
import org.broadsheet.model.HubLinks;

/** Reads the links that an answer carries in its header (RFC 8288). */
final class LinkHeader {
    private static final Pattern LINK = Pattern.compile("<([^<>]*)>([^<]*)");
    private static final Pattern REL = Pattern.compile("(?i)[;\\s]rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s\";,]+))");

    private LinkHeader() {}

    /** The first hub and the first self among them, absolute. */
    static HubLinks hubLinks(MessageHeaders headers, URI base) {
        String hub = null;
        String self = null;
        for (Header header : headers.getHeaders("Link")) {
            Matcher link = LINK.matcher(String.valueOf(header.getValue()));
            while (link.find()) {
                if (hub == null && hasRelation(link.group(2), "hub")) {
                    hub = absolute(base, link.group(1)).orElse(null);
                }
                if (self == null && hasRelation(link.group(2), "self")) {
                    self = absolute(base, link.group(1)).orElse(null);
                }
            }
        }
        return new HubLinks(hub, self);
    }

    private static boolean hasRelation(String parameters, String wanted) {
        Matcher rel = REL.matcher(parameters);
        if (!rel.find()) {
            return false;
        }
        String relations = rel.group(1) == null ? rel.group(2) : rel.group(1);
        return (" " + relations.toLowerCase(Locale.ROOT) + " ").contains(" " + wanted + " ");
    }

    private static Optional<String> absolute(URI base, String address) {
        try {
            return Optional.of(base.resolve(address.strip()).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
