package org.broadsheet.server;

import io.javalin.http.Context;
import java.util.Map;

/** What every answer tells the browser to refuse, errors included. */
final class SecurityHeaders {
    // Pictures and sound of articles come from anywhere; nothing else does, and nothing inline runs.
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' http: https: data:",
            "media-src http: https:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types default");

    static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            // Others learn nothing either way; but under no-referrer a browser sends our own forms with Origin: null,
            // which CrossSite has to refuse.
            "Referrer-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            // Answers may be kept by the reader's own browser only, and are asked for again with their ETag.
            "Cache-Control", "private, no-cache");

    private SecurityHeaders() {}

    static void addTo(Context ctx) {
        ALL.forEach(ctx::header);
    }
}
