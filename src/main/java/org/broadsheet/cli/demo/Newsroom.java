package org.broadsheet.cli.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A web server on loopback with ten invented papers, their feeds, pages and pictures.
 *
 * <p>What it says depends on the moment it was made and the clock alone, so it needs no thread of its own: a new entry is
 * there for the next request. Safe for any number of requests; they are answered one after the other.
 */
public final class Newsroom implements AutoCloseable {
    private final InstantSource clock;
    private final Instant start;
    private final Timetable timetable;
    private final HttpServer server;

    /** Opens the newsroom on a free port, and fails when there is none. */
    public Newsroom(InstantSource clock) throws IOException {
        this.clock = clock;
        this.start = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        this.timetable = new Timetable(Material.read(), start);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    /** The address of its front page. */
    public URI address() {
        return URI.create(base() + "/");
    }

    /** An OPML 2.0 list of all its feeds in folders. */
    public byte[] opml() {
        return Pages.opml(base()).getBytes(StandardCharsets.UTF_8);
    }

    /** Stops at once; open requests are cut. */
    @Override
    public void close() {
        server.stop(0);
    }

    private String base() {
        InetSocketAddress bound = server.getAddress();
        return "http://127.0.0.1:" + bound.getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            send(exchange, reply(exchange.getRequestURI().getPath()));
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        if (!reply.etag().isEmpty()) {
            exchange.getResponseHeaders().set("ETag", reply.etag());
            String known = exchange.getRequestHeaders().getFirst("If-None-Match");
            if (known != null && known.contains(reply.etag())) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
        }
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), head ? -1 : reply.body().length);
        if (!head) {
            exchange.getResponseBody().write(reply.body());
        }
    }

    /** Paths are {@code /}, {@code /opml}, {@code /PAPER/}, {@code /PAPER/FEED-OR-KEY} and {@code /pictures|sounds/PAPER/KEY.EXT}. */
    private Reply reply(String path) {
        if (path.equals("/")) {
            return Reply.html(Pages.newsroom());
        }
        if (path.equals("/opml")) {
            return Reply.file("text/x-opml; charset=utf-8", opml());
        }
        String[] parts = path.substring(1).split("/", -1);
        Optional<Reply> reply = switch (parts.length) {
            case 2 -> Paper.named(parts[0]).flatMap(paper -> page(paper, parts[1]));
            case 3 -> Paper.named(parts[1]).flatMap(paper -> media(parts[0], paper, parts[2]));
            default -> Optional.empty();
        };
        return reply.orElse(Reply.NOT_FOUND);
    }

    private Optional<Reply> page(Paper paper, String name) {
        Instant now = clock.instant();
        if (name.isEmpty()) {
            return Optional.of(Reply.html(Pages.front(paper, timetable.newest(paper, now))));
        }
        if (name.equals(paper.dialect.file)) {
            return Optional.of(feed(paper, timetable.newest(paper, now)));
        }
        return timetable.find(paper, name, now).map(piece -> Reply.html(Pages.article(piece)));
    }

    /** The newest piece tells one state of the feed from all others, and the start tells one run from the next. */
    private Reply feed(Paper paper, List<Piece> pieces) {
        String etag = "\"" + start.toEpochMilli() + "-" + pieces.get(0).key() + "\"";
        String document = new Press(paper, base()).print(Corrections.in(pieces, start));
        return new Reply(200, paper.dialect.mediaType, document.getBytes(StandardCharsets.UTF_8), etag);
    }

    private Optional<Reply> media(String folder, Paper paper, String file) {
        String key = file.replaceAll("\\.(png|wav)$", "");
        Optional<Piece> piece = timetable.find(paper, key, clock.instant());
        return switch (folder) {
            case "pictures" ->
                piece.flatMap(it -> Optional.ofNullable(it.draft().figure()))
                        .map(figure -> Reply.file("image/png", Picture.png(figure.kind(), paper.slug() + "/" + key)));
            case "sounds" ->
                piece.filter(it -> !it.draft().sound().isEmpty()).map(it -> Reply.file("audio/wav", Chime.wav()));
            default -> Optional.empty();
        };
    }
}
