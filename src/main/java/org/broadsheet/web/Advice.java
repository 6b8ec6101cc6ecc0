package org.broadsheet.web;

import org.broadsheet.model.ErrorKind;
import org.jspecify.annotations.Nullable;

/** What a reader can do about a source that cannot be read. */
final class Advice {
    private Advice() {}

    /** One sentence; null where trying again later is all that can be done, which happens by itself. */
    static @Nullable String on(ErrorKind kind, Texts texts) {
        String key = "advice." + kind;
        return texts.has(key) ? texts.get(key) : null;
    }
}
