package org.broadsheet.api.feeds;

import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.Folder;
import org.broadsheet.model.Label;
import org.broadsheet.model.Scope;
import org.broadsheet.model.Selection;

/**
 * A stream that is published as feeds.
 *
 * @param name in its id, unique and the same for ever
 * @param path of the page that shows it
 */
record Stream(String title, String name, String path, Selection selection) {
    private static final String SITE = "Broadsheet";

    static Stream everything() {
        return new Stream(SITE, "all", "/", Selection.all(Scope.EVERYTHING));
    }

    static Stream unread() {
        Selection unread = Selection.all(Scope.EVERYTHING).withState(Selection.State.UNREAD);
        return new Stream(SITE + ": unread", "unread", "/unread", unread);
    }

    static Stream starred() {
        Selection starred = Selection.all(Scope.EVERYTHING).withState(Selection.State.STARRED);
        return new Stream(SITE + ": starred", "starred", "/starred", starred);
    }

    static Stream of(Folder folder) {
        return new Stream(
                folder.path().name(),
                "folders/" + folder.id().value(),
                "/folders/" + folder.slug(),
                Selection.all(new Scope.InFolder(folder.id())));
    }

    static Stream of(FeedSummary feed) {
        String path = "feeds/" + feed.feed().id();
        return new Stream(
                feed.title(),
                path,
                "/" + path,
                Selection.all(new Scope.OfFeed(feed.feed().id())));
    }

    static Stream of(Label label) {
        return new Stream(
                label.name(),
                "labels/" + label.id(),
                "/labels/" + label.slug(),
                Selection.all(new Scope.Labelled(label.id())));
    }

    /** What the addresses of its documents begin with, without a slash at its end. */
    String prefix() {
        return path.equals("/") ? "" : path;
    }

    /** Whether it changes with what the account reads, stars and labels, and not only with what feeds bring. */
    boolean isPersonal() {
        return selection.state() != Selection.State.ALL || selection.scope() instanceof Scope.Labelled;
    }
}
