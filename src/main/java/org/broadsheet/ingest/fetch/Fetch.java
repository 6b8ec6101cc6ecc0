package org.broadsheet.ingest.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.broadsheet.ingest.fetch.FetchResult.Failed;
import org.broadsheet.ingest.fetch.FetchResult.Throttled;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.Validators;

/** One fetch, the whole way: request by request along the redirects to the answer. For one thread, once. */
final class Fetch {
    private static final int MOST_REDIRECTS = 5;
    private static final String ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json,"
            + " application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7,"
            + " text/html;q=0.5, */*;q=0.1";

    private final Wire wire;
    private final FetchRequest wish;
    private final String userAgent;
    private final Deadline deadline;
    private final AnswerReader reader;
    private final Meter meter;
    private final Set<Hop> visited = new HashSet<>();
    private final Optional<String> credentials;

    Fetch(Wire wire, FetchRequest wish, String userAgent, Deadline deadline, AnswerReader reader, Meter meter) {
        this.wire = wire;
        this.wish = wish;
        this.userAgent = userAgent;
        this.deadline = deadline;
        this.reader = reader;
        this.meter = meter;
        this.credentials = Credentials.header(wish.url());
    }

    FetchResult run() {
        try {
            return follow(Hop.of(wish.url()));
        } catch (IOException e) {
            return new Failed(Failures.of(e, deadline).why(), meter.trace());
        }
    }

    private FetchResult follow(Hop first) throws IOException {
        Hop hop = first;
        boolean permanent = true;
        while (true) {
            visit(hop);
            HttpGet request = request(hop, first);
            deadline.watch(request);
            try {
                ClassicHttpResponse response = wire.ask(hop, request);
                meter.answered(response.getCode());
                Optional<String> location = AnswerReader.redirect(response);
                if (location.isEmpty()) {
                    return reader.read(response, arrival(hop, permanent));
                }
                permanent &= response.getCode() == 301 || response.getCode() == 308;
                hop = hop.follow(location.get());
                Optional<Duration> silence = wish.silence().apply(hop.host());
                if (silence.isPresent()) {
                    return new Throttled(ErrorKind.THROTTLED, silence, hop.uri(), meter.trace());
                }
            } finally {
                request.cancel();
            }
        }
    }

    private void visit(Hop hop) throws Refused {
        if (!visited.add(hop)) {
            throw new Refused(ErrorKind.REDIRECT_LOOP);
        }
        if (visited.size() > MOST_REDIRECTS + 1) {
            throw new Refused(
                    ErrorKind.REDIRECT_LIMIT, "The address redirects more than " + MOST_REDIRECTS + " times.");
        }
    }

    private HttpGet request(Hop hop, Hop first) {
        HttpGet request = new HttpGet("/");
        request.setPath(hop.path());
        request.setHeader("User-Agent", userAgent);
        request.setHeader("Accept", ACCEPT);
        request.setHeader("Accept-Encoding", "gzip, br, zstd, deflate");
        request.setHeader("Connection", "close");
        Validators validators = validatorsFor(hop);
        if (validators.etag() != null) {
            request.setHeader("If-None-Match", validators.etag());
            request.setHeader("A-IM", "feed"); // RFC 3229: only what is new since that ETag will do
        }
        if (validators.lastModified() != null) {
            request.setHeader("If-Modified-Since", validators.lastModified());
        }
        if (hop.sameOrigin(first)) {
            credentials.ifPresent(pair -> request.setHeader("Authorization", pair));
        }
        return request;
    }

    private Arrival arrival(Hop hop, boolean permanent) {
        // The target of an address with a password is never adopted: the password would be lost on the way.
        boolean adoptable = redirected() && permanent && credentials.isEmpty();
        return new Arrival(hop.uri(), validatorsFor(hop), redirected(), adoptable);
    }

    /** They belong to the address that gave them; a match at another one would be chance and would hide its entries. */
    private Validators validatorsFor(Hop hop) {
        String from = wish.validators().from();
        boolean there = from == null ? !redirected() : hop.uri().toString().equals(from);
        return there ? wish.validators() : Validators.NONE;
    }

    private boolean redirected() {
        return visited.size() > 1;
    }
}
