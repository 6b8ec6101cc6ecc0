package org.broadsheet.publish;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How much of a stream a document says, and where the rest is.
 *
 * @param change the number of the newest change that it can hold; 0 where nobody can ask for what came later
 * @param archived whether it is a part of the archive, which never changes (RFC 5005 §4)
 * @param full whether whole texts are in it, or summaries only
 * @param links to other documents of the same stream, by the names of RFC 5005
 */
public record Extent(long change, boolean archived, boolean full, List<Link> links) {
    /** One that says all in whole. */
    public static final Extent WHOLE = new Extent(0, false, true, List.of());

    /** Leads to what changed after this document; a name of our own, for no registered one says it (RFC 4287 §4.2.7.2). */
    public static final String CHANGES = "urn:x-broadsheet:changes";

    /** Another document of the stream. */
    public record Link(String rel, URI href) {}

    Optional<URI> link(String rel) {
        return links.stream()
                .filter(link -> link.rel().equals(rel))
                .map(Link::href)
                .findFirst();
    }
}
