package org.broadsheet.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says beside its text; addresses are absolute, texts plain.
 *
 * @param source the feed it was taken over from, null for an entry of this feed
 * @param chaptersUrl of the podcast's chapters, null when there are none
 * @param people who took part, in document order
 */
public record Particulars(
        @Nullable String rights,
        @Nullable Origin source,
        List<Transcript> transcripts,
        @Nullable String chaptersUrl,
        List<Person> people) {
    public static final Particulars NONE = new Particulars(null, null, List.of(), null, List.of());

    /** Another feed; at least one part is not null. */
    public record Origin(@Nullable String title, @Nullable String url) {}

    /** What is said in a recording, as a file of its own. */
    public record Transcript(
            String url, @Nullable String mimeType, @Nullable String language) {}

    /** One who took part, such as a host, a guest or a photographer. */
    public record Person(
            String name,
            @Nullable String role,
            @Nullable String url,
            @Nullable String imageUrl) {}
}
