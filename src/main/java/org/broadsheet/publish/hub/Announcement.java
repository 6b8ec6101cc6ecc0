package org.broadsheet.publish.hub;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadsheet.text.HubSignature;
import org.jspecify.annotations.Nullable;

/** What goes with news to a subscriber (WebSub §7 and §8). Pure: the same news are signed the same. */
public final class Announcement {
    private Announcement() {}

    /**
     * The headers besides Content-Type.
     *
     * @param secret null for no signature
     */
    public static Map<String, String> headers(URI hub, String topic, @Nullable String secret, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Link", links(List.of(hub), topic));
        if (secret != null) {
            headers.put("X-Hub-Signature", HubSignature.sha256(secret, body));
        }
        return headers;
    }

    /** Who announces a stream, and by which address it is known there: the value of a Link header (WebSub §4). */
    public static String links(List<URI> hubs, String topic) {
        return hubs.stream()
                        .map(hub -> "<" + ascii(hub.toString()) + ">; rel=\"hub\", ")
                        .collect(Collectors.joining()) + "<" + ascii(topic) + ">; rel=\"self\"";
    }

    /**
     * An address as a header can carry it: letters of other scripts percent-encoded, and nothing normalised, because the
     * router would not know it again.
     */
    public static String ascii(String address) {
        StringBuilder out = new StringBuilder();
        for (byte b : address.getBytes(StandardCharsets.UTF_8)) {
            out.append(b > ' ' && b < 0x7f ? Character.toString(b) : String.format("%%%02X", b & 0xff));
        }
        return out.toString();
    }
}
