package org.broadsheet.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What the commands with {@code --ndjson} share: files in, one JSON line each out, in order, on all cores. */
final class Ndjson {
    private Ndjson() {}

    /** The arguments, each {@code -} replaced by the names on standard input, one a line. */
    static List<String> files(List<String> arguments, InputStream in) {
        return arguments.stream()
                .flatMap(name -> name.equals("-") ? lines(in) : Stream.of(name))
                .toList();
    }

    private static Stream<String> lines(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                .lines()
                .filter(line -> !line.isBlank());
    }

    /** Prints {@code {"file":name, ...}} for each file; {@code fill} adds the rest and may run on any thread. */
    static void print(List<String> files, BiConsumer<Path, ObjectNode> fill, OutputStream out) {
        PrintWriter lines = new PrintWriter(out, false, StandardCharsets.UTF_8);
        files.parallelStream()
                .map(name -> line(name, fill))
                .forEachOrdered(line -> lines.append(line).append('\n'));
        lines.flush();
    }

    private static String line(String name, BiConsumer<Path, ObjectNode> fill) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("file", name);
        try {
            fill.accept(Path.of(name), json);
        } catch (UncheckedIOException | InvalidPathException unreadable) {
            json.put("error", "cannot be read: " + unreadable.getMessage());
        }
        return json.toString();
    }

    /** The bytes of a file; UncheckedIOException when it cannot be read. */
    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A header of the sidecar {@code FILE.headers} (lines {@code Name: value}), if there is one. */
    static Optional<String> header(Path file, String name) {
        Path sidecar = file.resolveSibling(file.getFileName() + ".headers");
        if (!Files.isRegularFile(sidecar)) {
            return Optional.empty();
        }
        TreeMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        new String(bytes(sidecar), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(":"))
                .forEach(line -> {
                    int colon = line.indexOf(':');
                    headers.put(
                            line.substring(0, colon).strip(),
                            line.substring(colon + 1).strip());
                });
        return Optional.ofNullable(headers.get(name));
    }
}
