package org.broadsheet.ingest.fetch;

import java.io.IOException;
import org.broadsheet.model.ErrorKind;

/** Ends a fetch from within with its outcome. Never leaves this package: {@link Fetch} makes a value of it. */
final class Refused extends IOException {
    private final ErrorKind kind;

    Refused(ErrorKind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    ErrorKind kind() {
        return kind;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
