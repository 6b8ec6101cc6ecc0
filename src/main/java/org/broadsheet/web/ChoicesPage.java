package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.broadsheet.model.FolderPath;
import org.broadsheet.reading.NewSubscription;
import org.broadsheet.reading.ReadingRoom;
import org.broadsheet.reading.Subscribed;
import org.broadsheet.text.Echo;

/** Adds a source; asks back when its site offers several feeds. */
final class ChoicesPage {
    private final ReadingRoom room;
    private final Readers readers;
    private final Press press;
    private final SourcesPage sources;

    ChoicesPage(ReadingRoom room, Readers readers, Press press, SourcesPage sources) {
        this.room = room;
        this.readers = readers;
        this.press = press;
        this.sources = sources;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/sources", this::subscribe);
    }

    private void subscribe(Context ctx) {
        String url = Ask.field(ctx, "url");
        String folder = Ask.field(ctx, "folder");
        FolderPath path;
        try {
            path = folder.isEmpty() ? null : FolderPath.parse(folder);
        } catch (IllegalArgumentException e) {
            sources.refuse(
                    ctx, new Wish(url, folder, readers.texts(ctx).get("error.folder-name", folder), false, false));
            return;
        }
        if (ctx.formParam("preview") != null) {
            answer(ctx, url, folder, room.subscribing().preview(url));
            return;
        }
        NewSubscription wish = new NewSubscription(url, path, null, ctx.formParam("without_check") != null);
        Subscribed outcome = ctx.formParam("usual_places") == null
                ? room.subscribing().subscribe(readers.account(ctx), wish)
                : room.subscribing().subscribeInUsualPlaces(readers.account(ctx), wish);
        answer(ctx, url, folder, outcome);
    }

    private void answer(Context ctx, String url, String folder, Subscribed outcome) {
        if (outcome instanceof Subscribed.Added added) {
            ctx.redirect("/sources?added=" + added.feed().feed().id(), HttpStatus.SEE_OTHER);
        } else if (outcome instanceof Subscribed.AlreadyThere there) {
            ctx.redirect("/sources?known=" + there.feed().feed().id(), HttpStatus.SEE_OTHER);
        } else if (outcome instanceof Subscribed.Choices choices) {
            Reader reader = readers.of(ctx);
            press.page(
                    ctx,
                    "ChoicesPage",
                    press.frame(reader.texts().get("choices.title"), "/sources", reader),
                    view(url, folder, choices));
        } else if (outcome instanceof Subscribed.Previewed seen) {
            Reader reader = readers.of(ctx);
            press.page(
                    ctx,
                    "PreviewPage",
                    press.frame(reader.texts().get("preview.title"), "/sources", reader),
                    PreviewView.of(seen, folder, press.edition(reader)));
        } else if (outcome instanceof Subscribed.Refused refused) {
            // Whoever insists wants the feed, not the page that named it.
            String wished = refused.named() == null ? url : refused.named();
            sources.refuse(ctx, Wish.refused(wished, folder, refused, readers.texts(ctx)));
        }
    }

    private static ChoicesView view(String url, String folder, Subscribed.Choices choices) {
        return new ChoicesView(
                Echo.of(url),
                folder,
                choices.choices().stream()
                        .map(choice -> new ChoicesView.Choice(
                                choice.url(), choice.title() == null ? choice.url() : choice.title(), choice.type()))
                        .toList());
    }
}
