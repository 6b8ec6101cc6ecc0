package org.broadsheet.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files that the pages load: a fixed list, read once, each under an address that changes with its content. */
public final class Assets {
    private static final List<Source> SOURCES = List.of(
            // In this order: what screens and printers need comes last.
            new Source(
                    "broadsheet.css",
                    "text/css; charset=utf-8",
                    Stream.of("page", "headlines", "acts", "side", "sources", "article", "screens")
                            .map(part -> "/web/css/" + part + ".css")
                            .toList()),
            // In this order: nothing may put HTML into a page before trust.js has said which.
            new Source(
                    "broadsheet.js",
                    "text/javascript; charset=utf-8",
                    Stream.of("trust", "memory", "live", "marks", "keys", "touch", "player", "offline")
                            .map(part -> "/web/js/" + part + ".js")
                            .toList()),
            new Source("icon.svg", "image/svg+xml", List.of("/web/icon.svg")),
            new Source(
                    "htmx.js",
                    "text/javascript; charset=utf-8",
                    List.of("/META-INF/resources/webjars/htmx.org/2.0.8/dist/htmx.min.js")));

    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, Asset> assets = new HashMap<>();

    Assets() {
        for (Source source : SOURCES) {
            Asset asset = new Asset(source.type(), source.text());
            String address = "/assets/" + hash(asset.text()) + "/" + source.name();
            addresses.put(source.name(), address);
            assets.put(address, asset);
        }
    }

    /** Where a page finds the file of this name. */
    public String address(String name) {
        String address = addresses.get(name);
        if (address == null) {
            throw new IllegalArgumentException("there is no asset " + name);
        }
        return address;
    }

    /** The file at this address; empty for any address but the current ones. */
    Optional<Asset> at(String address) {
        return Optional.ofNullable(assets.get(address));
    }

    /** The worker that keeps pages for reading without a network. */
    String worker() {
        List<String> files = addresses.values().stream().sorted().toList();
        return read("/web/sw.js")
                .replace("/*FILES*/ []", files.stream().collect(Collectors.joining("\", \"", "[\"", "\"]")))
                .replace("/*VERSION*/", hash(String.join(" ", files)));
    }

    /** What a browser needs to know to install the pages as a program. */
    String manifest() {
        return read("/web/manifest.webmanifest").replace("/*ICON*/", address("icon.svg"));
    }

    /** A file of UTF-8 text, as all of them are. */
    record Asset(String type, String text) {}

    private record Source(String name, String type, List<String> resources) {
        String text() {
            return resources.stream().map(Assets::read).collect(Collectors.joining("\n"));
        }
    }

    private static String read(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing in the JAR");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
