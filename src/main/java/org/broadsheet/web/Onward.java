package org.broadsheet.web;

import org.broadsheet.model.Headline;
import org.jspecify.annotations.Nullable;

/**
 * What comes after an article.
 *
 * @param readNow whether opening the page marks the article as read
 * @param next the headline after this one in its folder, null at the end
 * @param nextUnread the next unread headline of any feed, null when there is none
 */
public record Onward(
        boolean readNow, @Nullable Link next, @Nullable Link nextUnread) {
    static Onward to(@Nullable Headline next, @Nullable Headline nextUnread, boolean readNow) {
        return new Onward(readNow, link(next), link(nextUnread));
    }

    private static @Nullable Link link(@Nullable Headline headline) {
        return headline == null
                ? null
                : new Link("/entries/" + headline.entry().id(), headline.entry().title());
    }
}
