package org.broadsheet.model;

import org.jspecify.annotations.Nullable;

/**
 * What a server gave to ask "changed since?" with: sent back byte for byte and kept as one set (RFC 9110 §8.8), because a
 * new ETag beside an old date describes no document that ever was.
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {
    public static final Validators NONE = new Validators(null, null);
}
