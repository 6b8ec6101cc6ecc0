package org.broadsheet.web;

import org.broadsheet.model.Selection.State;
import org.broadsheet.reading.Shelf;

/**
 * What a stream says when it has nothing to show.
 *
 * @param offersForms whether the page asks for the first sources
 */
public record Empty(String title, String text, boolean offersForms) {

    static Empty of(State state, Shelf shelf, Texts texts) {
        if (shelf.feeds().isEmpty()) {
            return new Empty(texts.get("empty.new.title"), texts.get("empty.new.text"), true);
        }
        return switch (state) {
            case STARRED -> plain("starred", texts);
            case UNREAD ->
                new Empty(
                        texts.get("empty.read.title"),
                        texts.get(
                                "empty.read.text",
                                shelf.entries(),
                                shelf.feeds().size()),
                        false);
            case ALL -> withoutHeadlines(shelf, texts);
        };
    }

    private static Empty withoutHeadlines(Shelf shelf, Texts texts) {
        if (shelf.isOffline()) {
            return plain("offline", texts);
        }
        if (shelf.isBeingAskedFirst()) {
            return plain("first", texts);
        }
        return plain("none", texts);
    }

    private static Empty plain(String why, Texts texts) {
        return new Empty(texts.get("empty." + why + ".title"), texts.get("empty." + why + ".text"), false);
    }
}
