package org.broadsheet.model;

import org.jspecify.annotations.Nullable;

/**
 * What a server gave to ask "changed since?" with: sent back byte for byte and kept as one set (RFC 9110 §8.8), because a
 * new ETag beside an old date describes no document that ever was.
 *
 * @param from the address that gave them, where redirects had led; null for the feed's own
 */
public record Validators(
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String from) {
    public static final Validators NONE = new Validators(null, null);

    /** Validators of the feed's own address. */
    public Validators(@Nullable String etag, @Nullable String lastModified) {
        this(etag, lastModified, null);
    }
}
