package org.broadsheet.cli;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.api.feeds.OpmlFile;
import org.broadsheet.api.feeds.Presentation;
import org.broadsheet.api.feeds.StreamFeeds;
import org.broadsheet.api.rest.CheckResource;
import org.broadsheet.api.rest.OpmlResource;
import org.broadsheet.api.rest.RestApi;
import org.broadsheet.api.websub.HubCallback;
import org.broadsheet.config.Config;
import org.broadsheet.ingest.clean.FeedForm;
import org.broadsheet.ingest.clean.PageForm;
import org.broadsheet.ingest.fetch.TlsTrust;
import org.broadsheet.reading.ReadingRoom;
import org.broadsheet.server.Access;
import org.broadsheet.server.BaseAddress;
import org.broadsheet.server.CannotListen;
import org.broadsheet.server.Events;
import org.broadsheet.server.Health;
import org.broadsheet.server.LiveNews;
import org.broadsheet.server.Metrics;
import org.broadsheet.server.Routes;
import org.broadsheet.server.WebServer;
import org.broadsheet.store.StoreUnavailable;
import org.broadsheet.web.Pages;
import org.broadsheet.web.Players;
import org.broadsheet.web.Surroundings;

/** What a node shows over HTTP: the second half of the wiring. */
final class Surface {
    private Surface() {}

    static WebServer open(Node node) throws CannotListen {
        Config config = node.config();
        Access access = new Access(config.accessMode(), config.server().trustedProxies(), node.accounts()::local);
        ReadingRoom room = node.room();
        Set<String> unverifiedHosts =
                TlsTrust.except(config.fetch().unverifiedTls()).unverifiedHosts();
        BaseAddress base = new BaseAddress(config.server().baseUrl());
        Players players = new Players(PageForm::of, PageForm.hosts());
        OwnHub hub = OwnHub.of(config);
        Pages pages = new Pages(
                room,
                access::account,
                new Surroundings(
                        players, unverifiedHosts, base, hub.addresses(), node.clock(), ZoneId.systemDefault()));
        RestApi rest = new RestApi(access, room);
        StreamFeeds feeds =
                new StreamFeeds(access, base, room, new Presentation(FeedForm::of, hub.addresses()), node.clock());
        hub.startPings(node, feeds.topics());
        Metrics metrics = new Metrics();
        List<Routes> routes = List.of(
                pages,
                rest,
                new OpmlResource(access, room.outlines()),
                new CheckResource(access, node.integrity()),
                feeds,
                hub.routes(node, feeds.topics(), access, metrics.registry()),
                new OpmlFile(access, room.outlines()),
                new Events(new LiveNews(room.live(), room.headlines()), access, rest::scope),
                new HubCallback(node.pushes()),
                new Health(() -> trouble(node)));
        return WebServer.start(config.server(), access, pages.errors(), metrics, routes, Surface::isStoreAway);
    }

    private static boolean isStoreAway(Exception error) {
        return error instanceof RuntimeException thrown && StoreUnavailable.isBehind(thrown);
    }

    private static Optional<String> trouble(Node node) {
        Optional<String> trouble = node.writer().trouble();
        return trouble.isPresent() || node.database().answers() ? trouble : Optional.of("The store does not answer.");
    }
}
