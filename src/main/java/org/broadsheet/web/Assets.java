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
                    Stream.of(
                                    "trust",
                                    "memory",
                                    "live",
                                    "marks",
                                    "scrolling",
                                    "keys",
                                    "touch",
                                    "pictures",
                                    "player",
                                    "offline")
                            .map(part -> "/web/js/" + part + ".js")
                            .toList()),
            new Source("icon.svg", "image/svg+xml", List.of("/web/icon.svg")),
            // For devices that install the pages and draw no SVG.
            new Source("icon-192.png", "image/png", List.of("/web/icon-192.png")),
            new Source("icon-512.png", "image/png", List.of("/web/icon-512.png")),
            new Source(
                    "htmx.js",
                    "text/javascript; charset=utf-8",
                    List.of("/META-INF/resources/webjars/htmx.org/2.0.8/dist/htmx.min.js")));

    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, Asset> assets = new HashMap<>();

    Assets() {
        for (Source source : SOURCES) {
            Asset asset = new Asset(source.type(), source.bytes());
            String address = "/assets/" + hash(asset.bytes()) + "/" + source.name();
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
        return text("/web/sw.js")
                .replace("/*FILES*/ []", files.stream().collect(Collectors.joining("\", \"", "[\"", "\"]")))
                .replace("/*VERSION*/", hash(String.join(" ", files).getBytes(StandardCharsets.UTF_8)));
    }

    /** What a browser needs to know to install the pages as a program. */
    String manifest() {
        String manifest = text("/web/manifest.webmanifest");
        for (String icon : List.of("icon.svg", "icon-192.png", "icon-512.png")) {
            manifest = manifest.replace("/*" + icon + "*/", address(icon));
        }
        return manifest;
    }

    /** A file; texts are in UTF-8. */
    @SuppressWarnings("ArrayRecordComponent")
    record Asset(String type, byte[] bytes) {}

    private record Source(String name, String type, List<String> resources) {
        byte[] bytes() {
            return resources.size() == 1
                    ? read(resources.get(0))
                    : resources.stream()
                            .map(Assets::text)
                            .collect(Collectors.joining("\n"))
                            .getBytes(StandardCharsets.UTF_8);
        }
    }

    private static String text(String resource) {
        return new String(read(resource), StandardCharsets.UTF_8);
    }

    private static byte[] read(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing in the JAR");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
