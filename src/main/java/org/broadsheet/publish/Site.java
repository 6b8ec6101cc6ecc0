package org.broadsheet.publish;

import java.net.URI;
import org.broadsheet.model.EntryId;

/**
 * Who publishes: the name in the ids and the address of the pages.
 *
 * @param authority a domain name or mail address that the publisher held in 2026 (RFC 4151). It stays the same when the
 *     server moves, so that no reader shows an old entry as new
 * @param home the absolute address of the front page; what is below it is resolved as if it ended in a slash
 */
public record Site(String authority, URI home) {
    private static final String YEAR = "2026";

    /** The id of one entry for all time. */
    String entryTag(EntryId id) {
        return "tag:" + authority + "," + YEAR + ":entry/" + id;
    }

    /** The page of one entry on this server. */
    String entryPage(EntryId id) {
        String base = home.toString();
        return base + (base.endsWith("/") ? "" : "/") + "entries/" + id;
    }
}
