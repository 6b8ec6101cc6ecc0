package org.broadsheet.text;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of what a WebSub hub sends (WebSub §8.1). */
public final class HubSignature {
    private static final Map<String, String> METHODS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    private HubSignature() {}

    /**
     * Whether {@code signature}, a header such as {@code sha256=0a1b…}, was made over the body with the secret. Takes the
     * same time wherever a wrong one differs.
     */
    public static boolean holds(String signature, String secret, byte[] body) {
        String[] parts = signature.strip().split("=", 2);
        String method = METHODS.get(parts[0].toLowerCase(Locale.ROOT));
        if (method == null || parts.length < 2) {
            return false;
        }
        try {
            return MessageDigest.isEqual(
                    of(method, secret, body), HexFormat.of().parseHex(parts[1]));
        } catch (IllegalArgumentException e) {
            return false; // no hexadecimal number
        }
    }

    /**
     * The signature to send with a body, as it stands in the header.
     *
     * @param secret not empty
     */
    public static String sha256(String secret, byte[] body) {
        return "sha256=" + HexFormat.of().formatHex(of("HmacSHA256", secret, body));
    }

    private static byte[] of(String method, String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(method);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), method));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + method, e);
        }
    }
}
