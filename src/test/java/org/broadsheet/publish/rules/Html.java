package org.broadsheet.publish.rules;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Tag;

/** What is wrong with HTML in a feed. */
final class Html {
    private static final Set<String> DANGEROUS = Set.of(
            "script style iframe object embed applet meta link base form input button textarea select frame frameset title plaintext"
                    .split(" "));
    private static final Set<String> ADDRESSES = Set.of("href", "src", "poster", "cite", "action", "data", "longdesc");
    private static final Pattern TAG = Pattern.compile("</?([A-Za-z][A-Za-z0-9]*)(\\s[^<>]*)?/?>");
    private static final Pattern ENTITY = Pattern.compile("&(#?)(\\w+);");

    private Html() {}

    /** Elements and attributes that run or load something; readers drop them, at best. */
    static Stream<String> dangers(String html) {
        return elements(html)
                .flatMap(element -> Stream.concat(
                        DANGEROUS.contains(element.normalName())
                                ? Stream.of("<" + element.normalName() + ">")
                                : Stream.of(),
                        element.attributes().asList().stream()
                                .filter(Html::isDangerous)
                                .map(attribute -> attribute.getKey() + "=" + attribute.getValue())));
    }

    private static boolean isDangerous(Attribute attribute) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue().strip().toLowerCase(Locale.ROOT);
        return name.startsWith("on")
                || name.equals("style")
                || name.equals("srcdoc")
                || value.startsWith("javascript:")
                || value.startsWith("vbscript:");
    }

    /** Addresses that mean nothing where the page is not known; a place in the same text is none of them. */
    static Stream<String> relative(String html) {
        return elements(html)
                .flatMap(element -> element.attributes().asList().stream())
                .flatMap(Html::addresses)
                .filter(address -> !address.startsWith("#") && !address.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*"));
    }

    private static Stream<String> addresses(Attribute attribute) {
        String name = attribute.getKey();
        if (name.equals("srcset")) {
            return Stream.of(attribute.getValue().split(",\\s+"))
                    .map(candidate -> candidate.strip().split("\\s", 2)[0]);
        }
        return ADDRESSES.contains(name) ? Stream.of(attribute.getValue().strip()) : Stream.of();
    }

    /** Character references by a name that HTML does not know. */
    static Stream<String> undefinedEntities(String html) {
        return ENTITY.matcher(html)
                .results()
                .filter(entity -> entity.group(1).isEmpty() && !Entities.isNamedEntity(entity.group(2)))
                .map(MatchResult::group);
    }

    /** A tag that HTML knows, or a character reference, in what is said to be plain text. */
    static boolean looksLikeMarkup(String text) {
        Matcher tags = TAG.matcher(text);
        return tags.results().anyMatch(tag -> Tag.isKnownTag(tag.group(1).toLowerCase(Locale.ROOT)))
                || ENTITY.matcher(text)
                        .results()
                        .anyMatch(entity -> !entity.group(1).isEmpty() || Entities.isNamedEntity(entity.group(2)));
    }

    private static Stream<Element> elements(String html) {
        return Jsoup.parseBodyFragment(html).getAllElements().stream()
                .filter(element -> !element.normalName().matches("#root|html|head|body"));
    }
}
