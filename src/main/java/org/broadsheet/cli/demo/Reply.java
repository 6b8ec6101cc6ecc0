package org.broadsheet.cli.demo;

import java.nio.charset.StandardCharsets;

/** What the newsroom answers with; {@code etag} is a strong entity tag with its quotes, empty for none. */
@SuppressWarnings("ArrayRecordComponent") // made for one answer, never compared
record Reply(int status, String type, byte[] body, String etag) {
    static final Reply NOT_FOUND =
            new Reply(404, "text/plain; charset=utf-8", "Not found\n".getBytes(StandardCharsets.UTF_8), "");

    static Reply html(String text) {
        return new Reply(200, "text/html; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), "");
    }

    static Reply file(String type, byte[] body) {
        return new Reply(200, type, body, "");
    }
}
