package org.broadsheet.ingest.clean;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.model.SafeHtml;
import org.jsoup.parser.Parser;

/** The picture that stands for an article in a list. */
public final class LeadImage {
    private static final String BEGINNING = "<img src=\"http";

    /** As {@link Pictures} writes it: the address first, no bare {@code >} in a value. */
    private static final Pattern IMAGE = Pattern.compile("<img src=\"(https?:[^\"]*)\"([^>]*)>");

    private static final Pattern SIZE = Pattern.compile(" (?:width|height)=\"(\\d+)\"");

    /** Faces, smileys and buttons: never what the article shows. */
    private static final Pattern ORNAMENT = Pattern.compile(
            "gravatar\\.com/|/emoji/|/smil(?:ey|ies)/|[/_.-](?:avatar|emoji|icon|logo|badge|button|spinner)s?[/_.-]|s\\.w\\.org/images/core/",
            Pattern.CASE_INSENSITIVE);

    private static final int LEAST_PIXELS = 120;

    private LeadImage() {}

    /** The address of the first picture that is not declared small and is no ornament. */
    public static Optional<String> of(SafeHtml article) {
        if (!article.value().contains(BEGINNING)) return Optional.empty();
        Matcher image = IMAGE.matcher(article.value());
        while (image.find()) {
            String url = Parser.unescapeEntities(image.group(1), true);
            if (!small(image.group(2)) && !ORNAMENT.matcher(url).find()) return Optional.of(url);
        }
        return Optional.empty();
    }

    private static boolean small(String attributes) {
        return SIZE.matcher(attributes).results().anyMatch(size -> Integer.parseInt(size.group(1)) < LEAST_PIXELS);
    }
}
