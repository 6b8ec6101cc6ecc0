package org.broadsheet.ingest.clean;

import java.util.Set;
import java.util.regex.Pattern;
import org.broadsheet.text.Percent;
import org.broadsheet.text.TrackingMarks;
import org.broadsheet.text.Url;
import org.jspecify.annotations.Nullable;

/** Makes the addresses in one fragment absolute and lets only harmless schemes pass. */
record Addresses(@Nullable Url base) {
    private static final Set<String> WEB = Set.of("http", "https");

    /** Schemes without a host that other programs take: none of them runs anything in the page. */
    private static final Set<String> HANDED_ON = Allowed.words("mailto tel sms magnet xmpp irc ircs geo matrix bitcoin"
            + " webcal feed sip sips news gemini gopher urn tag");

    private static final Pattern PICTURE_DATA = Pattern.compile(
            "data:image/(?:png|jpe?g|gif|webp|avif);base64,[A-Za-z0-9+/]{40,}={0,2}", Pattern.CASE_INSENSITIVE);

    /** A GIF of 1×1: what scripts put in place of a picture until they load it. */
    private static final String EMPTY_GIF = "R0lGODlhAQABA";

    private static final int MAX_DATA = 200_000;
    private static final int MAX_LENGTH = 8_000;

    /** Where a link may lead, without the publisher's tracking marks; null when nowhere. */
    @Nullable
    String link(String text) {
        if (text.length() > MAX_LENGTH) return null;
        String bare = Url.bare(text);
        String scheme = Url.schemeOf(bare).orElse("");
        if (HANDED_ON.contains(scheme)) return scheme + Percent.opaque(bare.substring(scheme.length()));
        return Url.of(bare, base)
                .map(url -> TrackingMarks.removed(url).toString())
                .orElse(null);
    }

    /** Where a picture, a sound or a film may come from; null when it may not. */
    @Nullable
    String media(String text) {
        Url url = web(text);
        return url == null ? null : url.toString();
    }

    /** As {@link #media}, and small pictures that are written into the address itself. */
    @Nullable
    String picture(String text) {
        String bare = Url.bare(text);
        if (!bare.regionMatches(true, 0, "data:", 0, 5)) return media(bare);
        String data = bare.replace("%2B", "+").replace("%2F", "/").replace("%3D", "=");
        boolean small = data.length() < MAX_DATA && !data.contains(EMPTY_GIF);
        return small && PICTURE_DATA.matcher(data).matches() ? data : null;
    }

    /** An absolute http or https address; null for anything else. */
    @Nullable
    Url web(String text) {
        if (text.isBlank() || text.length() > MAX_LENGTH) return null;
        return Url.of(text, base).filter(url -> WEB.contains(url.scheme())).orElse(null);
    }
}
