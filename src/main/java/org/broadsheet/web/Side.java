package org.broadsheet.web;

import java.util.List;
import java.util.Set;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.Label;
import org.broadsheet.model.LabelSummary;
import org.jspecify.annotations.Nullable;

/**
 * The column beside a stream.
 *
 * @param unread the sources with the most unread headlines
 * @param trouble sources that cannot be read, only the first few
 * @param moreTrouble how many there are beyond them
 * @param about the source, where the stream is that of one
 */
public record Side(
        List<Line> labels,
        List<Line> unread,
        List<Line> trouble,
        int moreTrouble,
        @Nullable SourceLine about) {
    private static final int UNREAD = 7;
    private static final int TROUBLE = 4;

    /**
     * A source and what is to say about it.
     *
     * @param next when it is asked again, null where that is not told
     */
    public record Line(Link source, String note, @Nullable When next) {}

    public boolean isEmpty() {
        return labels.isEmpty() && unread.isEmpty() && trouble.isEmpty() && about == null;
    }

    static Side of(Stream stream, Edition edition) {
        if (stream.feed() != null) {
            // Whose certificates pass is told on the source's own page.
            return new Side(List.of(), List.of(), List.of(), 0, SourceLine.of(stream.feed(), Set.of(), edition));
        }
        // Without a network all of them are, and the page says so once.
        List<FeedSummary> trouble =
                stream.shelf().isOffline() ? List.of() : stream.shelf().inTrouble();
        return new Side(
                stream.shelf().labels().stream()
                        .map(label -> label(label, edition.texts()))
                        .toList(),
                stream.shelf().mostUnread(UNREAD).stream()
                        .map(feed -> unread(feed, edition.texts()))
                        .toList(),
                trouble.stream()
                        .limit(TROUBLE)
                        .map(feed -> trouble(feed, edition))
                        .toList(),
                Math.max(0, trouble.size() - TROUBLE),
                null);
    }

    private static Line label(LabelSummary summary, Texts texts) {
        Label label = summary.label();
        return new Line(new Link("/labels/" + label.slug(), label.name()), texts.number(summary.entries()), null);
    }

    private static Line unread(FeedSummary feed, Texts texts) {
        return new Line(link("/feeds/" + feed.feed().id(), feed), texts.number(feed.unread()), null);
    }

    private static Line trouble(FeedSummary feed, Edition edition) {
        SourceState state = SourceState.of(feed.feed(), edition);
        return new Line(link("/sources#feed-" + feed.feed().id(), feed), state.sentence(), state.next());
    }

    private static Link link(String href, FeedSummary feed) {
        return new Link(href, feed.title());
    }
}
