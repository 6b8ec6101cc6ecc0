package org.broadsheet.bench.speed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A process of its own that publishes synthetic feeds at {@code http://127.0.0.1:PORT/f/N}, RSS and Atom in turns, with
 * ETags; {@code /tick} gives each fifth feed three new entries. Documents are made once and lie in a folder, so that serving
 * them takes little from who is measured. Says its port on the first line and ends with its input.
 */
public final class FeedFarm {
    static final int ENTRIES = 30;
    static final int NEW_ENTRIES = 3;
    static final int EVERY = 5;

    private static final DateTimeFormatter RSS_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final AtomicInteger ticks = new AtomicInteger();
    private final Instant start = Instant.now();
    private final Path folder;

    private FeedFarm(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        FeedFarm farm = new FeedFarm(Files.createTempDirectory("feed-farm"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/f/", farm::feed);
        server.createContext("/tick", exchange -> {
            farm.ticks.incrementAndGet();
            answer(exchange, 200, new byte[0]);
        });
        server.start();
        System.out.println(server.getAddress().getPort());
        System.in.transferTo(OutputStream.nullOutputStream());
        server.stop(0);
        farm.clear();
        System.exit(0);
    }

    static String url(int port, int feed) {
        return "http://127.0.0.1:" + port + "/f/" + feed;
    }

    private void feed(HttpExchange exchange) throws IOException {
        int feed = Integer.parseInt(exchange.getRequestURI().getPath().substring("/f/".length()));
        int entries = ENTRIES + (feed % EVERY == 0 ? NEW_ENTRIES * ticks.get() : 0);
        String etag = "\"" + feed + "-" + entries + "\"";
        exchange.getResponseHeaders().set("ETag", etag);
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            answer(exchange, 304, new byte[0]);
        } else {
            answer(exchange, 200, document(feed, entries));
        }
    }

    private byte[] document(int feed, int entries) throws IOException {
        Path file = folder.resolve(feed + "-" + entries);
        if (!Files.exists(file)) {
            Files.writeString(file, feed % 2 == 0 ? rss(feed, entries) : atom(feed, entries));
        }
        return Files.readAllBytes(file);
    }

    private void clear() throws IOException {
        try (Stream<Path> documents = Files.list(folder)) {
            for (Path document : documents.toList()) {
                Files.delete(document);
            }
        }
        Files.delete(folder);
    }

    private static void answer(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String rss(int feed, int entries) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\""
                + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Feed " + feed
                + "</title><link>https://f" + feed + ".example/</link><description>Synthetic</description>");
        for (int entry = entries; entry > entries - ENTRIES; entry--) {
            Prose prose = new Prose(feed, entry);
            out.append("<item><title>")
                    .append(prose.title())
                    .append("</title><link>")
                    .append(link(feed, entry));
            out.append("</link><guid isPermaLink=\"false\">")
                    .append(feed)
                    .append('-')
                    .append(entry);
            out.append("</guid><pubDate>")
                    .append(RSS_DATE.format(date(entry, entries)))
                    .append("</pubDate>");
            out.append("<content:encoded><![CDATA[").append(prose.html()).append("]]></content:encoded></item>");
        }
        return out.append("</channel></rss>").toString();
    }

    private String atom(int feed, int entries) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\">"
                + "<title>Feed " + feed + "</title><id>tag:f" + feed + "</id><updated>" + start + "</updated>");
        for (int entry = entries; entry > entries - ENTRIES; entry--) {
            Prose prose = new Prose(feed, entry);
            out.append("<entry><title>").append(prose.title()).append("</title><link href=\"");
            out.append(link(feed, entry))
                    .append("\"/><id>tag:f")
                    .append(feed)
                    .append(',')
                    .append(entry);
            out.append("</id><updated>").append(date(entry, entries)).append("</updated><content type=\"html\">");
            out.append(prose.html().replace("&", "&amp;").replace("<", "&lt;")).append("</content></entry>");
        }
        return out.append("</feed>").toString();
    }

    private static String link(int feed, int entry) {
        return "https://f" + feed + ".example/articles/" + entry;
    }

    private Instant date(int entry, int newest) {
        return start.minusSeconds(21_600L * (newest - entry)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    }
}
