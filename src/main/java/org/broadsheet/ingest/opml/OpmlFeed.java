package org.broadsheet.ingest.opml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.model.FolderPath;
import org.jspecify.annotations.Nullable;

/**
 * A feed as an OPML document names it.
 *
 * @param url as {@code text.FeedAddress} writes it
 * @param title what the list calls it, null where it says nothing
 * @param folders where it stands, in the order of the document; empty at the top
 * @param otherAttributes what else its outline says, names as written, kept so that an export loses nothing
 */
public record OpmlFeed(
        String url,
        @Nullable String title,
        @Nullable String siteUrl,
        List<FolderPath> folders,
        Map<String, String> otherAttributes) {
    public OpmlFeed {
        folders = List.copyOf(folders);
        otherAttributes = Collections.unmodifiableMap(new LinkedHashMap<>(otherAttributes));
    }
}
