package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.model.Preferences;
import org.broadsheet.model.Preferences.Density;
import org.broadsheet.model.Preferences.Layout;
import org.broadsheet.model.Preferences.Theme;
import org.broadsheet.reading.ReadingRoom;
import org.jspecify.annotations.Nullable;

/** Where a person says how they like to read. */
final class SettingsPage {
    private final ReadingRoom room;
    private final Readers readers;
    private final Press press;

    SettingsPage(ReadingRoom room, Readers readers, Press press) {
        this.room = room;
        this.readers = readers;
        this.press = press;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/settings", ctx -> {
            Reader reader = readers.of(ctx);
            show(
                    ctx,
                    reader,
                    reader.preferences(),
                    ctx.queryParam("kept") == null ? null : reader.texts().get("settings.kept"),
                    false);
        });
        routes.post("/settings", this::keep);
    }

    private void show(Context ctx, Reader reader, Preferences preferences, @Nullable String said, boolean refused) {
        press.page(
                ctx,
                "SettingsPage",
                press.frame(reader.texts().get("settings.title"), "/settings", reader),
                new SettingsView(preferences, Key.lines(preferences, reader.texts()), said, refused));
    }

    private void keep(Context ctx) {
        Reader reader = readers.of(ctx);
        Preferences wanted = wanted(ctx);
        Optional<String> refusal = Key.refusal(wanted.bindings(), reader.texts());
        if (refusal.isPresent()) {
            ctx.status(HttpStatus.BAD_REQUEST);
            show(ctx, reader, wanted, refusal.get(), true);
            return;
        }
        room.accounts().prefer(reader.account(), wanted);
        ctx.redirect("/settings?kept=true", HttpStatus.SEE_OTHER);
    }

    private static Preferences wanted(Context ctx) {
        return new Preferences(
                Ask.choice(ctx, "layout", Layout.class),
                Ask.choice(ctx, "density", Density.class),
                Ask.choice(ctx, "theme", Theme.class),
                Ask.field(ctx, "language"),
                ctx.formParam("read_on_opening") != null,
                ctx.formParam("read_on_scrolling") != null,
                ctx.formParam("keys") != null,
                bindings(ctx));
    }

    /** Those that differ from the usual; an empty field stands for the usual key. */
    private static Map<String, String> bindings(Context ctx) {
        Map<String, String> bindings = new HashMap<>();
        Key.usual().forEach((command, usual) -> {
            String typed = Ask.field(ctx, "key." + command);
            if (!typed.isEmpty() && !typed.equals(usual)) {
                bindings.put(command, typed);
            }
        });
        return bindings;
    }
}
