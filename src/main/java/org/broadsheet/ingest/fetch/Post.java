package org.broadsheet.ingest.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/** One form that is sent. Follows no redirect: what we send is meant for one reader. */
final class Post {
    private final Wire wire;
    private final String userAgent;
    private final Deadline deadline;
    private final Instant now;

    Post(Wire wire, String userAgent, Deadline deadline, Instant now) {
        this.wire = wire;
        this.userAgent = userAgent;
        this.deadline = deadline;
        this.now = now;
    }

    PostResult send(URI url, Map<String, String> form) {
        try {
            Hop hop = Hop.of(url);
            HttpPost request = request(hop, form);
            deadline.watch(request);
            try {
                ClassicHttpResponse response = wire.ask(hop, request);
                int status = response.getCode();
                return new PostResult(
                        status >= 200 && status < 300,
                        "The server answered " + status + ".",
                        HttpTime.retryAfter(response, now));
            } finally {
                request.cancel();
            }
        } catch (IOException e) {
            return new PostResult(false, Failures.of(e, deadline).sentence(), Optional.empty());
        }
    }

    private HttpPost request(Hop hop, Map<String, String> form) {
        HttpPost request = new HttpPost("/");
        request.setPath(hop.path());
        request.setHeader("User-Agent", userAgent);
        request.setHeader("Connection", "close");
        List<NameValuePair> pairs = form.entrySet().stream()
                .map(field -> (NameValuePair) new BasicNameValuePair(field.getKey(), field.getValue()))
                .toList();
        request.setEntity(new UrlEncodedFormEntity(pairs, StandardCharsets.UTF_8));
        return request;
    }
}
