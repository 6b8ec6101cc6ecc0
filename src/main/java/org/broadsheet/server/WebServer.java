package org.broadsheet.server;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.broadsheet.config.Config;

/** The running HTTP server: everything that holds for every request, around routes that it does not know. */
public final class WebServer implements AutoCloseable {
    private final Javalin javalin;
    private final List<Routes> routes;
    private final String host;

    private WebServer(Javalin javalin, List<Routes> routes, String host) {
        this.javalin = javalin;
        this.routes = routes;
        this.host = host;
    }

    /**
     * Starts it; it answers when this returns.
     *
     * @param metrics counts the requests, and is one of the routes
     * @param storeIsAway tells of an exception whether a store that may come back is behind it
     */
    public static WebServer start(
            Config.Server config,
            Access access,
            ErrorPages page,
            Metrics metrics,
            List<Routes> others,
            Predicate<Exception> storeIsAway)
            throws CannotListen {
        List<Routes> routes = new ArrayList<>(others);
        routes.add(metrics);
        Complaints complaints = new Complaints(InstantSource.system());
        Javalin javalin = Javalin.create(settings -> {
            quiet(settings);
            Jetty.configure(settings, config, page);
            guard(settings, config, access);
            new Errors(page, complaints, storeIsAway).addTo(settings.routes);
            settings.router.javaLangErrorHandler((answer, error) -> complaints.log("A request", error));
            routes.forEach(route -> route.addTo(settings.routes));
            HeadRoutes.addTo(settings);
            settings.requestLogger.http(metrics::answered);
        });
        WebServer server = new WebServer(javalin, List.copyOf(routes), config.host());
        server.listen(config);
        return server;
    }

    private static void quiet(JavalinConfig javalin) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
    }

    private static void guard(JavalinConfig javalin, Config.Server config, Access access) {
        javalin.http.prefer405over404 = true;
        javalin.http.maxRequestSize = Bodies.FORM_BYTES;
        javalin.http.compressionStrategy = CompressionStrategy.GZIP;
        javalin.jetty.multipartConfig.maxFileSize(Bodies.FILE_BYTES, SizeUnit.BYTES);
        javalin.jetty.multipartConfig.maxTotalRequestSize(Bodies.FILE_BYTES, SizeUnit.BYTES);
        javalin.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
        KnownHosts hosts = new KnownHosts(config);
        CrossSite crossSite = new CrossSite(config.baseUrl());
        javalin.routes.before(ctx -> {
            SecurityHeaders.addTo(ctx);
            hosts.check(ctx);
            crossSite.check(ctx);
            access.check(ctx);
            Bodies.check(ctx);
        });
        javalin.routes.after(WebServer::vary);
    }

    // Compression is chosen by Accept-Encoding, which shared caches have to know.
    private static void vary(Context ctx) {
        String vary = ctx.res().getHeader("Vary");
        if (vary == null || !vary.contains("Accept-Encoding")) {
            ctx.res().addHeader("Vary", "Accept-Encoding");
        }
    }

    private void listen(Config.Server config) throws CannotListen {
        try {
            javalin.start();
        } catch (JavalinBindException e) {
            close();
            throw new CannotListen(
                    "Port " + config.port() + " on " + config.host()
                            + " is in use; stop the other program or set server.port.",
                    e);
        } catch (JavalinException e) {
            close();
            throw new CannotListen(
                    "The server cannot listen on " + config.host() + " port " + config.port() + ": " + e.getMessage()
                            + ".",
                    e);
        }
    }

    /** Where it listens, with the port that it really has. */
    public URI address() {
        return URI.create("http://" + host + ":" + javalin.port());
    }

    /** Stops it: open streams end, requests under way get a moment to finish. */
    @Override
    public void close() {
        routes.forEach(Routes::close);
        javalin.stop();
    }
}
