package org.broadsheet.api.rest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import org.broadsheet.server.ReadyDocument;
import org.broadsheet.text.Hashes;

/**
 * A whole list in JSON, in which each item is found again, so that of the next list only what is new has to be written. Items
 * are told apart by identity. Immutable.
 */
final class WrittenList<T> {
    private static final byte[] HEAD = "{\"items\":[".getBytes(StandardCharsets.UTF_8);
    private static final byte[] TAIL = "],\"next_cursor\":null}".getBytes(StandardCharsets.UTF_8);

    private final byte[] bytes;
    private final IdentityHashMap<T, Part> parts;
    private final ReadyDocument document;

    private WrittenList(byte[] bytes, IdentityHashMap<T, Part> parts, String tag) {
        this.bytes = bytes;
        this.parts = parts;
        this.document = new ReadyDocument(bytes, Json.TYPE, tag, Instant.EPOCH);
    }

    private record Part(int start, int length, String hash) {}

    /** For the first list of all. */
    static <T> WrittenList<T> none() {
        return new WrittenList<>(new byte[0], new IdentityHashMap<>(), "");
    }

    /** The next list: the same as {@link Items} without a cursor. */
    WrittenList<T> next(List<T> items, Function<T, Object> view) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + HEAD.length + TAIL.length);
        IdentityHashMap<T, Part> written = new IdentityHashMap<>(items.size());
        List<String> hashes = new ArrayList<>(items.size());
        out.writeBytes(HEAD);
        for (T item : items) {
            if (!hashes.isEmpty()) {
                out.write(',');
            }
            Part part = write(out, item, view);
            written.put(item, part);
            hashes.add(part.hash());
        }
        out.writeBytes(TAIL);
        return new WrittenList<>(out.toByteArray(), written, Hashes.of(hashes.toArray(String[]::new)));
    }

    private Part write(ByteArrayOutputStream out, T item, Function<T, Object> view) {
        int start = out.size();
        Part old = parts.get(item);
        if (old != null) {
            out.write(bytes, old.start(), old.length());
            return new Part(start, old.length(), old.hash());
        }
        byte[] json = Json.bytes(view.apply(item));
        out.writeBytes(json);
        return new Part(start, json.length, Hashes.of(json));
    }

    ReadyDocument document() {
        return document;
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
