package org.broadsheet.web;

import java.time.Instant;
import java.util.List;
import org.broadsheet.model.Headline;
import org.broadsheet.model.Page;
import org.broadsheet.model.Position;
import org.broadsheet.model.Selection.Order;
import org.broadsheet.model.Selection.State;
import org.jspecify.annotations.Nullable;

/**
 * A stream's page, ready to print.
 *
 * @param path of the page as it is, with its query
 * @param change the store's change that this page shows: later headlines are not marked with it
 * @param lead the headline at the top, null where the stream has none or goes on from an earlier page
 * @param older where the stream goes on, null at its end
 * @param empty what to say instead of headlines, null where there are some
 * @param states of its headlines that can be looked at, empty where there is only one
 * @param orders they can be looked at in, empty where there is only one
 * @param marked what was done with its headlines just edition, null for nothing
 * @param elsewhere the page that offers it to other programs
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
        List<Choice> states,
        List<Choice> orders,
        @Nullable Marked marked,
        Side side,
        String elsewhere) {
    // A picture further down is not news enough to be moved above all that came after it.
    private static final int LEAD_AMONG = 10;

    /**
     * Prepares a part of a stream.
     *
     * @param after where the part begins, null for the stream's start
     * @param continued whether the part is put below the one before it
     */
    static StreamView of(
            Stream stream,
            Page<Headline> page,
            long change,
            @Nullable Position after,
            boolean continued,
            Edition edition) {
        Headline lead = after == null && stream.selection().state() == State.ALL ? lead(page.items()) : null;
        Texts texts = edition.texts();
        List<Headline> others =
                page.items().stream().filter(headline -> !headline.equals(lead)).toList();
        Instant printed = continued && after != null ? after.sortedAt() : null;
        return new StreamView(
                stream.href(),
                change,
                stream.heading(),
                lead == null ? null : Row.of(lead, edition),
                stream.selection().order() == Order.RAREST
                        ? List.of(Day.withoutHeading(others, edition))
                        : Day.group(others, edition, today(lead, page.items(), texts), printed),
                page.next() == null ? null : stream.href(page.next()),
                page.items().isEmpty() ? Empty.of(stream.selection().state(), stream.shelf(), texts) : null,
                stream.shelf().isOffline(),
                stream.selection().state() != State.STARRED && stream.shelf().unread() > 0,
                states(stream, texts),
                orders(stream, texts),
                null,
                Side.of(stream, edition),
                stream.elsewhere());
    }

    // A lead that was moved up past newer headlines leaves nothing "earlier" below it.
    private static String today(@Nullable Headline lead, List<Headline> headlines, Texts texts) {
        return lead != null && lead.equals(headlines.get(0))
                ? texts.get("date.earlier-today")
                : texts.get("date.day-today");
    }

    private static List<Choice> states(Stream stream, Texts texts) {
        if (stream.path().equals("/starred")) {
            return List.of();
        }
        Choice all = choice(stream, State.ALL, texts.get("stream.all"));
        Choice unread = choice(stream, State.UNREAD, texts.get("stream.unread"));
        // What is starred on the front page has a tab of its own.
        return stream.path().equals("/") || stream.isState()
                ? List.of(all, unread)
                : List.of(all, unread, choice(stream, State.STARRED, texts.get("stream.starred")));
    }

    private static Choice choice(Stream stream, State state, String text) {
        return new Choice(
                stream.href(state, Order.NEWEST), text, stream.selection().state() == state);
    }

    private static List<Choice> orders(Stream stream, Texts texts) {
        return stream.selection().state() == State.UNREAD
                ? List.of(
                        choice(stream, Order.NEWEST, texts.get("stream.newest")),
                        choice(stream, Order.OLDEST, texts.get("stream.oldest")),
                        choice(stream, Order.RAREST, texts.get("stream.rarest")))
                : List.of();
    }

    private static Choice choice(Stream stream, Order order, String text) {
        return new Choice(
                stream.href(State.UNREAD, order), text, stream.selection().order() == order);
    }

    /** The same page with something said on top of it. */
    StreamView saying(@Nullable Marked said) {
        return new StreamView(
                path, change, heading, lead, days, older, empty, offline, anyUnread, states, orders, said, side,
                elsewhere);
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
