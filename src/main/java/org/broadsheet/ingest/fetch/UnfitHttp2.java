package org.broadsheet.ingest.fetch;

import java.io.IOException;

/** A server agreed on HTTP/2 and then broke its rules, or asks for HTTP/1.1 after all: that is worth another request. */
final class UnfitHttp2 extends IOException {
    private static final long serialVersionUID = 1L;

    UnfitHttp2(Exception why) {
        super(why);
    }
}
