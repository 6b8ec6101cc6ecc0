package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.PastPoll;
import org.broadsheet.model.SubscriptionSettings;
import org.broadsheet.reading.ReadingRoom;
import org.jspecify.annotations.Nullable;

/** The page of one source: how it was asked of late, what came of it, and why it is asked when it is. */
final class SourcePage {
    private static final int POLLS = 25;
    private static final Duration PUBLISHED = Duration.ofDays(StatisticsView.DAYS);

    private final ReadingRoom room;
    private final Readers readers;
    private final Set<String> unverifiedHosts;
    private final Press press;

    SourcePage(ReadingRoom room, Readers readers, Set<String> unverifiedHosts, Press press) {
        this.room = room;
        this.readers = readers;
        this.unverifiedHosts = unverifiedHosts;
        this.press = press;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/sources/{id}", this::show);
        routes.post("/sources/{id}/settings", this::settle);
        routes.post("/sources/{id}/sign-in", this::signIn);
    }

    private void show(Context ctx) {
        AccountId account = readers.account(ctx);
        FeedId id = new FeedId(Ask.id(ctx));
        Instant before = before(ctx);
        Reader reader = readers.of(ctx);
        FeedSummary source = reader.shelf().feeds().stream()
                .filter(summary -> summary.feed().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundResponse(readers.texts(ctx).get("error.no-source")));
        List<PastPoll> polls = room.politeness().polls(account, id, before, POLLS);
        SourceView view = SourceView.of(
                source,
                reader.shelf().folders().stream()
                        .map(folder -> folder.folder().path().toString())
                        .toList(),
                polls,
                polls.size() == POLLS ? polls.get(POLLS - 1).poll().at() : null,
                before == null ? room.politeness().rhythm(account, id).orElse(null) : null,
                before == null ? room.statistics().published(account, id, PUBLISHED) : List.of(),
                unverifiedHosts,
                press.edition(reader));
        press.page(ctx, "SourcePage", press.frame(source.title(), "/sources", reader), view);
    }

    private void settle(Context ctx) {
        FeedId id = new FeedId(Ask.id(ctx));
        String folder = Ask.field(ctx, "folder");
        FolderPath path;
        try {
            path = folder.isEmpty() ? null : FolderPath.parse(folder);
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(readers.texts(ctx).get("error.folder-name", folder));
        }
        SubscriptionSettings wanted = new SubscriptionSettings(Ask.field(ctx, "title"), path, askEvery(ctx));
        if (!room.subscribing().settle(readers.account(ctx), id, wanted)) {
            throw new NotFoundResponse(readers.texts(ctx).get("error.no-source"));
        }
        ctx.redirect("/sources/" + id, HttpStatus.SEE_OTHER);
    }

    private static @Nullable Duration askEvery(Context ctx) {
        long minutes = Ask.number(ctx, ctx.formParam("ask_every"), "ask_every");
        return minutes == 0 ? null : Duration.ofMinutes(Math.min(minutes, Pause.LONGEST.toMinutes()));
    }

    private void signIn(Context ctx) {
        FeedId id = new FeedId(Ask.id(ctx));
        boolean out = ctx.formParam("out") != null;
        String name = out ? "" : Ask.field(ctx, "name");
        String password = ctx.formParam("password");
        if (!room.subscribing().signIn(readers.account(ctx), id, name, out || password == null ? "" : password)) {
            throw new ConflictResponse(readers.texts(ctx).get("error.sign-in"));
        }
        ctx.redirect("/sources/" + id, HttpStatus.SEE_OTHER);
    }

    private static @Nullable Instant before(Context ctx) {
        String text = ctx.queryParam("before");
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw Ask.unfit(ctx, "before");
        }
    }
}
