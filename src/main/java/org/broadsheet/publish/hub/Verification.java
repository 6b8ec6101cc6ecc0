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
    /** So often a callback is asked that gives no answer; with the pauses of {@link BackOff} within four minutes. */
    public static final int MOST_TRIES = 4;

    /** The callback with the question in its query, behind what it has of its own. */
    public URI question() {
        boolean subscribing = request.mode() == HubRequest.Mode.SUBSCRIBE;
        return with(
                request,
                "hub.mode=" + (subscribing ? "subscribe" : "unsubscribe")
                        + "&hub.topic=" + URLEncoder.encode(request.topic(), StandardCharsets.UTF_8)
                        + "&hub.challenge=" + challenge
                        + (subscribing ? "&hub.lease_seconds=" + request.lease().toSeconds() : ""));
    }

    /** The callback with the word that the hub does not take the subscription, or no longer (WebSub §5.2). */
    public static URI denial(HubRequest request, String reason) {
        return with(
                request,
                "hub.mode=denied&hub.topic=" + URLEncoder.encode(request.topic(), StandardCharsets.UTF_8)
                        + "&hub.reason=" + URLEncoder.encode(reason, StandardCharsets.UTF_8));
    }

    private static URI with(HubRequest request, String question) {
        String query = request.callback().getRawQuery();
        String joint = query == null ? "?" : query.isEmpty() ? "" : "&";
        return URI.create(request.callback() + joint + question);
    }

    /** What an answer to the question means. */
    public enum Verdict {
        CONFIRMED,
        REFUSED,
        /** There was none that counts: it may come another time. */
        UNANSWERED
    }

    /**
     * Confirmed is a success whose body is the challenge and nothing else.
     *
     * @param status 0 for no answer
     */
    public Verdict verdict(int status, String body) {
        if (!isAnswer(status)) {
            return Verdict.UNANSWERED;
        }
        return status >= 200 && status < 300 && body.equals(challenge) ? Verdict.CONFIRMED : Verdict.REFUSED;
    }

    /** Whether the callback itself had a say: nobody was too slow, too busy or broken for it. */
    public static boolean isAnswer(int status) {
        return status > 0 && status < 500 && status != 408 && status != 429;
    }
}
