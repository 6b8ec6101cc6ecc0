package org.broadsheet.web;

import org.broadsheet.model.Entry;
import org.broadsheet.model.Headline;
import org.jspecify.annotations.Nullable;

/**
 * A headline as a stream prints it.
 *
 * @param original the article at its publisher, null when the feed gave no address
 * @param language of title and summary, null when not known
 * @param length how long it takes to read, null when that is not known
 */
public record Row(
        String id,
        String href,
        @Nullable String original,
        String title,
        @Nullable String language,
        Link source,
        When when,
        @Nullable String length,
        String summary,
        @Nullable String image,
        boolean read,
        boolean starred,
        AlsoIn alsoIn) {

    /** Its classes in the style sheet. */
    public String style() {
        return read ? "row read" : "row";
    }

    static Row of(Headline headline, Edition edition) {
        Entry entry = headline.entry();
        return new Row(
                entry.id().toString(),
                "/entries/" + entry.id(),
                Link.safe(entry.url()),
                entry.title(),
                entry.language(),
                new Link("/feeds/" + headline.source().id(), headline.source().title()),
                When.past(entry.sortedAt(), edition),
                ReadingTime.of(entry.words(), edition.texts()),
                entry.summary(),
                Link.safe(entry.imageUrl()),
                headline.read(),
                headline.starred(),
                AlsoIn.of(headline.alsoIn()));
    }
}
