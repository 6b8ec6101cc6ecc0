package org.broadsheet.web;

import org.broadsheet.model.Selection.State;
import org.broadsheet.reading.Shelf;

/**
 * What a stream says when it has nothing to show.
 *
 * @param offersForms whether the page asks for the first sources
 */
public record Empty(String title, String text, boolean offersForms) {

    static Empty of(State state, Shelf shelf) {
        if (shelf.feeds().isEmpty()) {
            return new Empty(
                    "Nothing subscribed yet",
                    "Paste the address of a site or a feed, or import the OPML file that another reader exported.",
                    true);
        }
        return switch (state) {
            case STARRED -> plain("Nothing starred", "Star an article to keep it: what is starred is never removed.");
            case UNREAD -> plain("All read", kept(shelf));
            case ALL -> withoutHeadlines(shelf);
        };
    }

    private static Empty withoutHeadlines(Shelf shelf) {
        if (shelf.isOffline()) {
            return plain("No headlines yet", "No source could be reached so far. Is this machine online?");
        }
        if (shelf.isBeingAskedFirst()) {
            return plain(
                    "No headlines yet", "Sources are being asked for the first time; headlines appear as they come.");
        }
        return plain("No headlines here", "Nothing has been published so far, or nothing could be read.");
    }

    private static String kept(Shelf shelf) {
        return Counts.of(shelf.entries(), "headline") + " from "
                + Counts.of(shelf.feeds().size(), "source") + " are kept.";
    }

    private static Empty plain(String title, String text) {
        return new Empty(title, text, false);
    }
}
