package org.broadsheet.api.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.broadsheet.model.Article;
import org.broadsheet.model.Enclosure;
import org.broadsheet.model.Entry;
import org.broadsheet.model.Headline;
import org.broadsheet.model.Sighting;
import org.jspecify.annotations.Nullable;

/** An entry of a list in JSON. */
record EntryView(
        String id,
        String guid,
        @Nullable String url,
        String title,
        String feedId,
        @Nullable String author,
        @Nullable String published,
        String firstSeen,
        @Nullable String updated,
        boolean read,
        boolean starred,
        // Null until headlines are grouped.
        @Nullable String storyId,
        List<AlsoIn> alsoIn,
        String summary,
        List<String> tags,
        List<Attachment> attachments) {

    /** Another feed that carries it. */
    record AlsoIn(String feedId, String entryId) {
        static AlsoIn of(Sighting sighting) {
            return new AlsoIn(sighting.feedId().toString(), sighting.entryId().toString());
        }
    }

    /** A file of it, in the words of JSON Feed 1.1. */
    record Attachment(
            String url,
            @Nullable String mimeType,
            @Nullable String title,
            @Nullable Long sizeInBytes,
            @Nullable Long durationInSeconds) {
        static Attachment of(Enclosure file) {
            Duration duration = file.duration();
            return new Attachment(
                    file.url(),
                    file.mimeType(),
                    file.title(),
                    file.bytes(),
                    duration == null ? null : duration.toSeconds());
        }
    }

    /** An entry with its body. */
    record Whole(@JsonUnwrapped EntryView entry, String contentHtml) {
        static Whole of(Article article) {
            return new Whole(EntryView.of(article.headline()), article.content().value());
        }
    }

    /** A page of entries, and the change that the store had come to before it was read. */
    record Listing(List<EntryView> items, @Nullable String nextCursor, long change) {}

    static EntryView of(Headline headline) {
        Entry entry = headline.entry();
        return new EntryView(
                entry.id().toString(),
                entry.guid(),
                entry.url(),
                entry.title(),
                entry.feedId().toString(),
                entry.author(),
                Objects.toString(entry.published(), null),
                entry.firstSeen().toString(),
                Objects.toString(entry.updated(), null),
                headline.read(),
                headline.starred(),
                null,
                headline.alsoIn().stream().map(AlsoIn::of).toList(),
                entry.summary(),
                entry.tags(),
                entry.enclosures().stream().map(Attachment::of).toList());
    }
}
