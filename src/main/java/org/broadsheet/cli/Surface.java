package org.broadsheet.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.broadsheet.config.Config;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.Scope;
import org.broadsheet.server.Access;
import org.broadsheet.server.CannotListen;
import org.broadsheet.server.ErrorPage;
import org.broadsheet.server.Events;
import org.broadsheet.server.Health;
import org.broadsheet.server.Metrics;
import org.broadsheet.server.News;
import org.broadsheet.server.Routes;
import org.broadsheet.server.WebServer;

/** What a node shows over HTTP: the second half of the wiring. */
record Surface(WebServer server) {
    static Surface open(Node node) throws CannotListen {
        Config config = node.config();
        Access access = new Access(config.accessMode(), config.server().trustedProxies(), node.accounts()::local);
        List<Routes> routes = List.of(new Health(() -> trouble(node)), new Events(new NodeNews(node), access));
        return new Surface(WebServer.start(config.server(), access, ErrorPage.plain(), new Metrics(), routes));
    }

    private static Optional<String> trouble(Node node) {
        return node.database().answers() ? Optional.empty() : Optional.of("The store does not answer.");
    }

    /** The change number for the live stream. */
    private record NodeNews(Node node) implements News {
        @Override
        public AutoCloseable listen(LongConsumer onChange) {
            return node.live().listen(onChange);
        }

        @Override
        public long newest() {
            return node.headlines().change();
        }

        @Override
        public long arrivedSince(AccountId account, long change) {
            return node.live().arrivedSince(account, Scope.EVERYTHING, change);
        }
    }
}
