package org.broadsheet.api.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.UnprocessableContentResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.SubscriptionSettings;
import org.broadsheet.reading.NewSubscription;
import org.broadsheet.reading.Subscribed;
import org.broadsheet.reading.Subscribing;
import org.broadsheet.server.Access;
import org.broadsheet.server.Delivery;
import org.broadsheet.server.Routes;
import org.broadsheet.text.FeedAddress;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/feeds}: what the account follows. */
final class FeedsResource implements Routes {
    private static final String PATH = "/api/v1/feeds";

    private static final int MOST_MINUTES = 30 * 24 * 60;

    private final Access access;
    private final Subscribing subscribing;
    private final FeedList list = new FeedList();

    FeedsResource(Access access, Subscribing subscribing) {
        this.access = access;
        this.subscribing = subscribing;
    }

    /** What a client sends to subscribe. */
    record Wish(
            @Nullable String url,
            @Nullable String folder,
            @Nullable String title,
            boolean subscribeWithoutCheck) {}

    /** What a client sends to change a subscription; null leaves that as it is, an empty text takes it away. */
    record Settings(
            @Nullable String title,
            @Nullable String folder,
            @Nullable Integer askEveryMinutes) {}

    /** The feeds of a page that has several. */
    record Choices(List<Subscribed.Choice> choices) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, ctx -> list(ctx, access.account(ctx)));
        routes.post(PATH, ctx -> add(ctx, access.account(ctx)));
        routes.get(PATH + "/{id}", ctx -> one(ctx, access.account(ctx)));
        routes.patch(PATH + "/{id}", ctx -> settle(ctx, access.account(ctx)));
        routes.delete(PATH + "/{id}", ctx -> remove(ctx, access.account(ctx)));
    }

    private void list(Context ctx, AccountId account) {
        Delivery.send(ctx, list.of(account, subscribing.feeds(account)));
    }

    private void one(Context ctx, AccountId account) {
        FeedSummary feed =
                subscribing.feed(account, new FeedId(Parameters.idInPath(ctx))).orElseThrow(FeedsResource::notFollowed);
        Json.answer(ctx, FeedView.of(feed));
    }

    private void add(Context ctx, AccountId account) throws IOException {
        Wish wish = Json.read(ctx, Wish.class);
        if (wish.url() == null || wish.url().isBlank()) {
            throw Json.bad("url", "is missing.");
        }
        FolderPath folder = wish.folder() == null || wish.folder().isBlank() ? null : Parameters.folder(wish.folder());
        answer(
                ctx,
                subscribing.subscribe(
                        account, new NewSubscription(wish.url(), folder, wish.title(), wish.subscribeWithoutCheck())));
    }

    private static void answer(Context ctx, Subscribed subscribed) {
        if (subscribed instanceof Subscribed.Added added) {
            ctx.status(201).header("Location", PATH + "/" + added.feed().feed().id());
            Json.answer(ctx, FeedView.of(added.feed()));
        } else if (subscribed instanceof Subscribed.AlreadyThere there) {
            Json.answer(ctx, FeedView.of(there.feed()));
        } else if (subscribed instanceof Subscribed.Choices several) {
            ctx.status(300);
            Json.answer(ctx, new Choices(several.choices()));
        } else if (subscribed instanceof Subscribed.Refused refused) {
            throw new UnprocessableContentResponse(
                    sentence(refused), Map.of("error_kind", refused.kind().word()));
        }
    }

    private static String sentence(Subscribed.Refused refused) {
        return refused.named() == null
                ? refused.sentence()
                : "The page names " + FeedAddress.withoutCredentials(refused.named()) + ". " + refused.sentence();
    }

    private void settle(Context ctx, AccountId account) throws IOException {
        FeedId id = new FeedId(Parameters.idInPath(ctx));
        FeedSummary feed = subscribing.feed(account, id).orElseThrow(FeedsResource::notFollowed);
        Settings settings = Json.read(ctx, Settings.class);
        String folder = settings.folder() == null ? folder(feed) : settings.folder();
        subscribing.settle(
                account,
                id,
                new SubscriptionSettings(
                        settings.title() == null ? feed.title() : settings.title(),
                        folder.isBlank() ? null : Parameters.folder(folder),
                        askEvery(settings.askEveryMinutes(), feed)));
        Json.answer(ctx, FeedView.of(subscribing.feed(account, id).orElseThrow(FeedsResource::notFollowed)));
    }

    private static @Nullable Duration askEvery(@Nullable Integer minutes, FeedSummary feed) {
        if (minutes != null && (minutes < 0 || minutes > MOST_MINUTES)) {
            throw Json.bad(
                    "ask_every_minutes", "must be from 1 to " + MOST_MINUTES + ", or 0 for as often as it publishes.");
        }
        if (minutes == null) {
            return feed.askEvery();
        }
        return minutes == 0 ? null : Duration.ofMinutes(minutes);
    }

    private static String folder(FeedSummary feed) {
        return feed.folder() == null ? "" : feed.folder().path().toString();
    }

    private void remove(Context ctx, AccountId account) {
        if (!subscribing.unsubscribe(account, new FeedId(Parameters.idInPath(ctx)))) {
            throw notFollowed();
        }
        ctx.status(204);
    }

    private static NotFoundResponse notFollowed() {
        return new NotFoundResponse("You do not follow a feed with this id.");
    }
}
