package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import org.broadsheet.reading.ReadingRoom;

/** The page of figures: what came from where and when, what is unread, how asking went. */
final class StatisticsPage {
    private static final Duration PUBLISHED = Duration.ofDays(90);
    private static final Duration POLLED = Duration.ofDays(7);

    private final ReadingRoom room;
    private final Readers readers;
    private final Press press;

    StatisticsPage(ReadingRoom room, Readers readers, Press press) {
        this.room = room;
        this.readers = readers;
        this.press = press;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/statistics", this::show);
    }

    private void show(Context ctx) {
        Reader reader = readers.of(ctx);
        StatisticsView view = StatisticsView.of(
                reader.shelf(),
                room.statistics().published(reader.account(), PUBLISHED),
                room.statistics().polls(reader.account(), POLLED),
                press.edition(reader));
        press.page(
                ctx, "StatisticsPage", press.frame(reader.texts().get("statistics.title"), "/sources", reader), view);
    }
}
