package org.broadsheet.web;

import java.time.Instant;
import java.util.List;
import org.broadsheet.model.Headline;
import org.broadsheet.model.Page;
import org.broadsheet.model.Position;
import org.broadsheet.model.Selection.State;
import org.jspecify.annotations.Nullable;

/**
 * A stream's page, ready to print.
 *
 * @param path of the page, under which all its headlines can be marked
 * @param change the store's change that this page shows: later headlines are not marked with it
 * @param lead the headline at the top, null where the stream has none or goes on from an earlier page
 * @param older where the stream goes on, null at its end
 * @param empty what to say instead of headlines, null where there are some
 * @param offline whether no source can be reached
 */
public record StreamView(
        String path,
        long change,
        @Nullable Heading heading,
        @Nullable Row lead,
        List<Day> days,
        @Nullable String older,
        @Nullable Empty empty,
        boolean offline,
        boolean anyUnread,
        Side side) {
    // A picture further down is not news enough to be moved above all that came after it.
    private static final int LEAD_AMONG = 10;

    /**
     * Prepares a part of a stream.
     *
     * @param after where the part begins, null for the stream's start
     * @param continued whether the part is put below the one before it
     */
    static StreamView of(
            Stream stream, Page<Headline> page, long change, @Nullable Position after, boolean continued, Now now) {
        Headline lead = after == null && stream.selection().state() == State.ALL ? lead(page.items()) : null;
        List<Headline> others =
                page.items().stream().filter(headline -> !headline.equals(lead)).toList();
        Instant printed = continued && after != null ? after.sortedAt() : null;
        return new StreamView(
                stream.path(),
                change,
                stream.heading(),
                lead == null ? null : Row.of(lead, now),
                Day.group(others, now, today(lead, page.items()), printed),
                page.next() == null ? null : stream.path() + "?after=" + page.next(),
                page.items().isEmpty() ? Empty.of(stream.selection().state(), stream.shelf()) : null,
                stream.shelf().isOffline(),
                stream.selection().state() != State.STARRED && stream.shelf().unread() > 0,
                Side.of(stream, now));
    }

    // A lead that was moved up past newer headlines leaves nothing "earlier" below it.
    private static String today(@Nullable Headline lead, List<Headline> headlines) {
        return lead != null && lead.equals(headlines.get(0)) ? "Earlier today" : "Today";
    }

    /** Where all of its headlines are marked as read. */
    public String markAll() {
        return (path.equals("/") ? "" : path) + "/mark-read";
    }

    /** The newest with a picture, else the newest; null when there are none. */
    static @Nullable Headline lead(List<Headline> headlines) {
        return headlines.stream()
                .limit(LEAD_AMONG)
                .filter(headline -> Link.safe(headline.entry().imageUrl()) != null)
                .findFirst()
                .orElse(headlines.isEmpty() ? null : headlines.get(0));
    }
}
