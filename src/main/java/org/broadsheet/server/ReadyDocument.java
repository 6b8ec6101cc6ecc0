package org.broadsheet.server;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** A document in bytes that many answers share, in each coding made once, when it is first asked for. Thread-safe. */
public final class ReadyDocument {
    private final String mediaType;
    private final String tag;
    private final Instant updated;
    private final Map<Coding, byte[]> codings;

    /**
     * Takes bytes that nobody changes any more.
     *
     * @param tag of these bytes and no others; letters, digits, dots, underscores and hyphens
     * @param updated when the newest thing in it came or changed; the epoch where it has no date
     */
    public ReadyDocument(byte[] bytes, String mediaType, String tag, Instant updated) {
        this(mediaType, tag, updated, new EnumMap<>(Map.of(Coding.IDENTITY, bytes)));
    }

    private ReadyDocument(String mediaType, String tag, Instant updated, Map<Coding, byte[]> codings) {
        this.mediaType = mediaType;
        this.tag = tag;
        this.updated = updated;
        this.codings = codings;
    }

    /** The same bytes under another media type. */
    public ReadyDocument as(String otherType) {
        return new ReadyDocument(otherType, tag, updated, codings);
    }

    public String mediaType() {
        return mediaType;
    }

    /** Its tag without quotes and coding. */
    public String tag() {
        return tag;
    }

    public Instant updated() {
        return updated;
    }

    /** How many bytes it has as it is. */
    public int length() {
        return in(Coding.IDENTITY).length;
    }

    /** A strong validator names bytes, so each coding has its own (RFC 9110 §8.8.3.3). */
    String etag(Coding coding) {
        return '"' + tag + (coding == Coding.IDENTITY ? "" : "-" + coding.token()) + '"';
    }

    /** Not to be changed. */
    byte[] in(Coding coding) {
        synchronized (codings) {
            byte[] there = codings.get(coding);
            if (there == null) {
                there = coding.encode(plain());
                codings.put(coding, there);
            }
            return there;
        }
    }

    private byte[] plain() {
        byte[] plain = codings.get(Coding.IDENTITY);
        return plain == null ? new byte[0] : plain;
    }
}
