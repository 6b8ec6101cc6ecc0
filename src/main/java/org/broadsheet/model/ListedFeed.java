package org.broadsheet.model;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A feed as a list names it.
 *
 * @param url as {@code text.FeedAddress} writes it
 * @param title what the list calls it, null where it says nothing
 * @param folders where it stands, in the order of the list; empty at the top
 * @param askEvery how often to ask it, as Liferea's {@code updateInterval} says; null where it does not
 * @param foreign what else its outline says
 */
public record ListedFeed(
        String url,
        @Nullable String title,
        @Nullable String siteUrl,
        List<FolderPath> folders,
        @Nullable Duration askEvery,
        ForeignAttributes foreign) {
    /** Not by java.net.URI, which knows no hosts with an underscore. */
    private static final Pattern HOST = Pattern.compile("^[a-z]+://(?:[^/]*@)?(\\[[^]]*]|[^/:]*).*");

    public ListedFeed {
        folders = List.copyOf(folders);
    }

    /** What the list calls it, null where that is only its host: exports name a feed so where nothing else is known. */
    public @Nullable String ownTitle() {
        return title == null || title.equals(HOST.matcher(url).replaceFirst("$1")) ? null : title;
    }

    /** The same with other foreign attributes. */
    public ListedFeed with(ForeignAttributes others) {
        return new ListedFeed(url, title, siteUrl, folders, askEvery, others);
    }
}
