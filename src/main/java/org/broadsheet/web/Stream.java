package org.broadsheet.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.Position;
import org.broadsheet.model.Scope;
import org.broadsheet.model.Selection;
import org.broadsheet.model.Selection.Order;
import org.broadsheet.model.Selection.State;
import org.broadsheet.reading.Shelf;
import org.jspecify.annotations.Nullable;

/**
 * A stream that has a page of its own.
 *
 * @param path of its page
 * @param tab the path of the tab it stands under
 * @param shelf only the sources that it draws from
 * @param heading what stands above it, null for the front page, whose masthead says it all
 * @param feed the one feed it shows, null for more
 */
record Stream(
        String path,
        String tab,
        String title,
        Selection selection,
        Shelf shelf,
        @Nullable Heading heading,
        @Nullable FeedSummary feed) {

    /**
     * The same stream with only what is in this state, in this order. Those of the front page are {@link Streams#unread} and
     * {@link Streams#starred}, which stay what they are.
     */
    Stream only(State state, Order order, Texts texts) {
        if (path.equals("/") && state != State.ALL) {
            return (state == State.UNREAD ? Streams.unread(shelf, texts) : Streams.starred(shelf, texts))
                    .only(state, order, texts);
        }
        State kept = isState() ? selection.state() : state;
        Selection some = selection.withState(kept).withOrder(kept == State.UNREAD ? order : Order.NEWEST);
        return new Stream(path, tab, title, some, shelf, heading, feed);
    }

    /** Whether its state is all that it is. */
    boolean isState() {
        return path.equals("/unread") || path.equals("/starred");
    }

    /** Its page in this state and order. */
    String href(State state, Order order) {
        String ordered = order == Order.NEWEST ? "" : "order=" + order.name().toLowerCase(Locale.ROOT);
        boolean front = path.equals("/") || isState();
        return switch (state) {
            case ALL -> front ? "/" : path;
            case STARRED -> front ? "/starred" : path + "?state=starred";
            case UNREAD ->
                front
                        ? "/unread" + (ordered.isEmpty() ? "" : "?" + ordered)
                        : path + "?state=unread" + (ordered.isEmpty() ? "" : "&" + ordered);
        };
    }

    /** Its page as it is. */
    String href() {
        return href(selection.state(), selection.order());
    }

    /** Its page from a place on. */
    String href(Position after) {
        String href = href();
        return href + (href.contains("?") ? "&" : "?") + "after=" + after;
    }

    /** Its addresses for other programs; none for what only this reader's marks make a stream. */
    List<FeedLink> feeds() {
        if (isState()) {
            return List.of();
        }
        String start = path.equals("/") ? "/feed" : path + "/feed";
        return List.of(
                new FeedLink("application/atom+xml", start + ".atom", "Atom"),
                new FeedLink("application/rss+xml", start + ".rss", "RSS"),
                new FeedLink("application/feed+json", start + ".json", "JSON"));
    }

    /** Whether a hub announces its news; what people's marks make is moved by more than news. */
    boolean hasHub() {
        return !isState() && !(selection.scope() instanceof Scope.Labelled);
    }

    /** The page that offers it to other programs. */
    String elsewhere() {
        return "/elsewhere?page=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** What private addresses call it. */
    String name() {
        State state = selection.state();
        return selection.scope().equals(Scope.EVERYTHING)
                ? state.name().toLowerCase(Locale.ROOT)
                : name(selection.scope());
    }

    /** What private addresses call a part of everything. */
    static String name(Scope scope) {
        if (scope instanceof Scope.InFolder in) {
            return "folders/" + in.folder();
        }
        if (scope instanceof Scope.Labelled labelled) {
            return "labels/" + labelled.label();
        }
        return scope instanceof Scope.OfFeed of ? "feeds/" + of.feed() : "all";
    }
}
