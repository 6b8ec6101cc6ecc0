package org.broadsheet.publish;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.broadsheet.model.Article;

/**
 * One stream on its way out, in the order in which it is to be read.
 *
 * @param id the stream's own id, an IRI that never changes
 * @param selfUrl the absolute address of this document, in the format that is written
 * @param pageUrl the absolute address of the page that shows the same stream
 * @param updated when the newest change in it happened, so that the same stream gives the same bytes
 * @param hubs who announces its news (WebSub §4); empty for nobody
 */
public record OutgoingFeed(
        String title,
        String id,
        Site site,
        URI selfUrl,
        URI pageUrl,
        Instant updated,
        List<Article> entries,
        Extent extent,
        List<URI> hubs) {}
