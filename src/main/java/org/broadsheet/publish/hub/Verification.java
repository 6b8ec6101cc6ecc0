package org.broadsheet.publish.hub;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.broadsheet.model.HubRequest;

/**
 * Makes sure that the callback wants what was asked for in its name (WebSub §5.3). Pure.
 *
 * @param challenge what nobody can guess; only who answers at the callback learns it
 */
public record Verification(HubRequest request, String challenge) {

    /** The callback with the question in its query, behind what it has of its own. */
    public URI question() {
        String callback = request.callback().toString();
        String query = request.callback().getRawQuery();
        String joint = query == null ? "?" : query.isEmpty() ? "" : "&";
        boolean subscribing = request.mode() == HubRequest.Mode.SUBSCRIBE;
        return URI.create(callback + joint + "hub.mode=" + (subscribing ? "subscribe" : "unsubscribe")
                + "&hub.topic=" + URLEncoder.encode(request.topic(), StandardCharsets.UTF_8)
                + "&hub.challenge=" + challenge
                + (subscribing ? "&hub.lease_seconds=" + request.lease().toSeconds() : ""));
    }

    /** Whether the callback agrees: a success whose body is the challenge and nothing else. */
    public boolean isConfirmedBy(int status, String body) {
        return status >= 200 && status < 300 && body.equals(challenge);
    }
}
