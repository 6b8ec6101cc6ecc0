package org.broadsheet.ingest.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/** One request to one place. Follows no redirect: what we send is meant for one reader. For one thread, once. */
final class Errand {
    private final Wire wire;
    private final String userAgent;
    private final Deadline deadline;
    private final Instant now;

    Errand(Wire wire, String userAgent, Deadline deadline, Instant now) {
        this.wire = wire;
        this.userAgent = userAgent;
        this.deadline = deadline;
        this.now = now;
    }

    /** Sends a form; its answer's body is not read. */
    Answer post(URI url, Map<String, String> form) {
        List<NameValuePair> pairs = form.entrySet().stream()
                .map(field -> (NameValuePair) new BasicNameValuePair(field.getKey(), field.getValue()))
                .toList();
        HttpPost request = new HttpPost("/");
        request.setEntity(new UrlEncodedFormEntity(pairs, StandardCharsets.UTF_8));
        return run(url, request, false);
    }

    /** Sends a document; its answer's body is not read. */
    Answer post(Parcel parcel) {
        HttpPost request = new HttpPost("/");
        parcel.headers().forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(parcel.body(), ContentType.parse(parcel.contentType())));
        return run(parcel.to(), request, false);
    }

    /** Asks for the beginning of what is there. */
    Answer get(URI url) {
        return run(url, new HttpGet("/"), true);
    }

    private Answer run(URI url, HttpUriRequestBase request, boolean wantsText) {
        try {
            Hop hop = Hop.of(url);
            request.setPath(hop.path());
            request.setHeader("User-Agent", userAgent);
            request.setHeader("Connection", "close");
            deadline.watch(request);
            try {
                return answer(wire.ask(hop, request), wantsText);
            } finally {
                request.cancel();
            }
        } catch (IOException e) {
            return new Answer(0, "", Failures.of(e, deadline).sentence(), Optional.empty());
        }
    }

    private Answer answer(ClassicHttpResponse response, boolean wantsText) throws IOException {
        int status = response.getCode();
        String text = wantsText ? text(response.getEntity()) : "";
        return new Answer(status, text, "The server answered " + status + ".", HttpTime.retryAfter(response, now));
    }

    private static String text(HttpEntity entity) throws IOException {
        return entity == null
                ? ""
                : new String(entity.getContent().readNBytes(Answer.MOST_BYTES), StandardCharsets.UTF_8);
    }
}
