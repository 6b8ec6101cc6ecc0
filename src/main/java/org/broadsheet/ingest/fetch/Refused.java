package org.broadsheet.ingest.fetch;

import java.io.IOException;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.Failure;

/** Ends a fetch from within with its outcome. Never leaves this package: {@link Fetch} makes a value of it. */
final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Failure why;

    Refused(Failure why) {
        super(why.sentence());
        this.why = why;
    }

    /** The kind says it all. */
    Refused(ErrorKind kind) {
        this(Failure.of(kind));
    }

    Refused(ErrorKind kind, String sentence) {
        this(Failure.saying(kind, sentence));
    }

    Failure why() {
        return why;
    }

    ErrorKind kind() {
        return why.kind();
    }

    String sentence() {
        return why.sentence();
    }
}
