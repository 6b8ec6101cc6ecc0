package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Function;
import java.util.function.Supplier;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.Preferences;
import org.broadsheet.reading.ReadingRoom;

/** Who asks. */
final class Readers {
    private static final String TEXTS = "broadsheet.texts";

    private final ReadingRoom room;
    private final Function<Context, AccountId> accounts;

    Readers(ReadingRoom room, Function<Context, AccountId> accounts) {
        this.room = room;
        this.accounts = accounts;
    }

    /** Lets whatever refuses a request do so in the words of whoever asks. */
    void addTo(RoutesConfig routes) {
        routes.before(ctx -> ctx.attribute(TEXTS, (Supplier<Texts>) () -> texts(ctx)));
    }

    /** The words for whoever asks, for those who know no more of them than the request. */
    static Texts spoken(Context ctx) {
        Supplier<Texts> texts = ctx.attribute(TEXTS);
        return texts == null ? Texts.of("", ctx.header("Accept-Language")) : texts.get();
    }

    AccountId account(Context ctx) {
        return accounts.apply(ctx);
    }

    /** Who asks, with what a page needs to know of them. */
    Reader of(Context ctx) {
        AccountId account = account(ctx);
        Preferences preferences = room.accounts().preferences(account);
        return new Reader(account, room.shelves().of(account), preferences, texts(ctx, preferences));
    }

    /** The words for whoever asks, as they chose them or as their browser likes them. */
    Texts texts(Context ctx) {
        return texts(ctx, room.accounts().preferences(account(ctx)));
    }

    private static Texts texts(Context ctx, Preferences preferences) {
        return Texts.of(preferences.language(), ctx.header("Accept-Language"));
    }
}
