package org.broadsheet.publish.hub;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.broadsheet.model.HubRequest;
import org.jspecify.annotations.Nullable;

/** Reads the form of a request to the hub (WebSub §5.1). Pure; what is wrong is told in a sentence. */
public final class RequestForm {
    /** "Less than 200 bytes in length", says the standard. */
    private static final int SECRET_BYTES = 200;

    private static final int LONGEST_ADDRESS = 2_000;

    private RequestForm() {}

    /** What a form turned out to be. */
    public sealed interface Read {}

    /** A request that makes sense by itself. */
    public record Sound(HubRequest request) implements Read {}

    /** None; the sentence says what to do about it. */
    public record Unsound(String sentence) implements Read {}

    /** Ends the reading of a form; leaves this class as a value. */
    private static final class Wrong extends Exception {
        Wrong(String sentence) {
            super(sentence);
        }
    }

    /**
     * Reads it.
     *
     * @param field the value of a field, null when it was not sent
     */
    public static Read read(Function<String, @Nullable String> field) {
        try {
            return new Sound(new HubRequest(
                    mode(field.apply("hub.mode")),
                    topic(field.apply("hub.topic")),
                    callback(field.apply("hub.callback")),
                    secret(field.apply("hub.secret")),
                    Leases.choose(lease(field.apply("hub.lease_seconds")))));
        } catch (Wrong e) {
            return new Unsound(String.valueOf(e.getMessage()));
        }
    }

    private static HubRequest.Mode mode(@Nullable String text) throws Wrong {
        return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
            case "subscribe" -> HubRequest.Mode.SUBSCRIBE;
            case "unsubscribe" -> HubRequest.Mode.UNSUBSCRIBE;
            case "publish" ->
                throw new Wrong("This hub knows the news of its streams by itself; it takes no hub.mode publish.");
            default -> throw new Wrong("hub.mode must be subscribe or unsubscribe.");
        };
    }

    private static String topic(@Nullable String text) throws Wrong {
        if (text == null || text.isBlank() || text.length() > LONGEST_ADDRESS) {
            throw new Wrong("hub.topic must be the address that a feed of this server gives as rel=self.");
        }
        return text;
    }

    private static URI callback(@Nullable String text) throws Wrong {
        try {
            URI callback = new URI(text == null ? "" : text);
            String scheme = String.valueOf(callback.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = (scheme.equals("http") || scheme.equals("https")) && callback.getHost() != null;
            if (!web || callback.toString().length() > LONGEST_ADDRESS) {
                throw new Wrong(
                        "hub.callback must be an http or https address of at most " + LONGEST_ADDRESS + " characters.");
            }
            if (callback.getRawUserInfo() != null || callback.getRawFragment() != null) {
                throw new Wrong("hub.callback must be without a name, a password and a fragment.");
            }
            return callback;
        } catch (URISyntaxException e) {
            throw new Wrong("hub.callback is no address: " + e.getReason() + ".");
        }
    }

    /** An empty one is what forms send that were left empty, and nothing could be signed with it. */
    private static @Nullable String secret(@Nullable String text) throws Wrong {
        if (text != null && text.getBytes(StandardCharsets.UTF_8).length >= SECRET_BYTES) {
            throw new Wrong("hub.secret must be shorter than " + SECRET_BYTES + " bytes.");
        }
        return text == null || text.isEmpty() ? null : text;
    }

    private static Optional<Duration> lease(@Nullable String text) throws Wrong {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        if (!text.strip().matches("[0-9]{1,12}")) {
            throw new Wrong("hub.lease_seconds must be a number of seconds.");
        }
        return Optional.of(Duration.ofSeconds(Long.parseLong(text.strip())));
    }
}
