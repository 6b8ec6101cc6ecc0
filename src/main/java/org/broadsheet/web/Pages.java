package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Function;
import org.broadsheet.model.AccountId;
import org.broadsheet.reading.ReadingRoom;
import org.broadsheet.server.Routes;

/** All pages, wired. */
public final class Pages implements Routes {
    private final Assets assets = new Assets();
    private final ReadingRoom room;
    private final Readers readers;
    private final Surroundings surroundings;
    private final Press press;

    /** Builds them; {@code accounts} says whose pages a request asks for. */
    public Pages(ReadingRoom room, Function<Context, AccountId> accounts, Surroundings surroundings) {
        this.room = room;
        this.surroundings = surroundings;
        this.readers = new Readers(room, accounts);
        this.press = new Press(assets, surroundings.clock(), surroundings.zone());
    }

    @Override
    public void addTo(RoutesConfig routes) {
        readers.addTo(routes);
        new AssetFiles(assets).addTo(routes);
        // Without anything of the reader in it, because it is kept for long.
        routes.get("/offline", ctx -> {
            Reader nobody = Reader.nobody(readers.texts(ctx));
            press.page(
                    ctx,
                    "OfflinePage",
                    press.frame(nobody.texts().get("offline.title"), "", nobody).withoutCounts(),
                    nobody.texts().get("offline.text"));
        });
        new StreamPage(room, readers, press).addTo(routes);
        new Marks(room, readers, press).addTo(routes);
        new SettingsPage(room, readers, press).addTo(routes);
        new EntryPage(room, readers, surroundings.players(), press).addTo(routes);
        new Labels(room, readers).addTo(routes);
        new ElsewherePage(room, readers, surroundings, press).addTo(routes);
        new ChangesPage(room, readers, press).addTo(routes);
        SourcesPage sources = new SourcesPage(room, readers, surroundings.unverifiedHosts(), press);
        sources.addTo(routes);
        new PolitenessPage(room, readers, press).addTo(routes);
        new StatisticsPage(room, readers, press).addTo(routes);
        new ChoicesPage(room, readers, press, sources).addTo(routes);
        new ImportPage(room, readers, press).addTo(routes);
        new ListPage(room, readers, press).addTo(routes);
        // After /sources/opml, because the first route that fits answers.
        new SourcePage(room, readers, surroundings.unverifiedHosts(), press).addTo(routes);
    }

    /** What browsers get whose requests failed. */
    public ErrorPage errors() {
        return new ErrorPage(press, readers);
    }
}
