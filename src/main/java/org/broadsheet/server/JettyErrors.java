package org.broadsheet.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests that are refused before they reach a route, such as malformed ones, with our headers: a browser with a
 * page, a program with one line; whose headers were not read for their length is taken for a program.
 */
final class JettyErrors extends ErrorHandler {
    private final ErrorPages pages;

    JettyErrors(ErrorPages pages) {
        this.pages = pages;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        String page = page(request, code);
        SecurityHeaders.ALL.forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, page == null ? "text/plain; charset=utf-8" : "text/html; charset=utf-8");
        String body = page == null ? code + " " + HttpStatus.getMessage(code) + "\n" : page;
        response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
    }

    private @Nullable String page(Request request, int code) {
        String accept = request.getHeaders().get(HttpHeader.ACCEPT);
        return accept != null && accept.contains("text/html")
                ? pages.html(code, Why.of(refusal(code)), request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE))
                : null;
    }

    private static Refusal refusal(int code) {
        if (code == HttpStatus.SERVICE_UNAVAILABLE_503) {
            return Refusal.NOT_NOW;
        }
        return code < 500 ? Refusal.MALFORMED : Refusal.BROKEN;
    }
}
