package org.broadsheet.server;

import io.javalin.config.JavalinConfig;
import org.broadsheet.config.Config;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP engine, with limits that fit a small machine. */
final class Jetty {
    private static final int THREADS = 40;
    private static final int CONNECTIONS = 2_000;
    private static final int HEADER_BYTES = 16 << 10;
    private static final int IDLE_MILLIS = 30_000;
    private static final int STOP_MILLIS = 3_000;
    private static final int SHUTDOWN_IDLE_MILLIS = 250;
    // A body that drips slower than this would hold a thread for nothing.
    private static final int LEAST_BYTES_PER_SECOND = 200;

    private Jetty() {}

    static void configure(JavalinConfig javalin, Config.Server config, ErrorPages pages) {
        JettyErrors errors = new JettyErrors(pages);
        javalin.jetty.threadPool = threads();
        javalin.unsafe.jettyInternal.server = server(errors, (QueuedThreadPool) javalin.jetty.threadPool);
        javalin.jetty.modifyHttpConfiguration(Jetty::strict);
        javalin.jetty.modifyServletContextHandler(context -> {
            context.setErrorHandler(errors);
            context.getServletHandler().setDecodeAmbiguousURIs(true);
        });
        javalin.jetty.addConnector((server, http) -> connector(server, http, config));
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
        threads.setName("http");
        threads.setDaemon(true);
        return threads;
    }

    private static Server server(JettyErrors errors, QueuedThreadPool threads) {
        Server server = new Server(threads);
        server.setErrorHandler(errors);
        server.setHandler(new GracefulHandler(new MinimumDataRateHandler(LEAST_BYTES_PER_SECOND, 0)));
        server.setStopTimeout(STOP_MILLIS);
        return server;
    }

    // Google Reader clients send stream ids as one escaped segment: stream/contents/user%2F-%2Flabel%2FNews.
    private static void strict(HttpConfiguration http) {
        http.setHttpCompliance(HttpCompliance.STRICT);
        http.setUriCompliance(UriCompliance.RFC3986.with(
                "READER", Violation.AMBIGUOUS_PATH_SEPARATOR, Violation.AMBIGUOUS_PATH_ENCODING));
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setSendServerVersion(false);
    }

    private static ServerConnector connector(Server server, HttpConfiguration http, Config.Server config) {
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(config.host());
        connector.setPort(config.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
        connector.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
        return connector;
    }
}
