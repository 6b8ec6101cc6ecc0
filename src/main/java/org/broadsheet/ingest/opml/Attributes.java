package org.broadsheet.ingest.opml;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.broadsheet.text.XmlCharacters;
import org.jspecify.annotations.Nullable;

/** The attributes of one element, names as written; known names are found in any case, as programs write them. */
record Attributes(Map<String, String> all) {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Set<String> KNOWN =
            Set.of("text", "title", "xmlurl", "xml_url", "url", "htmlurl", "html_url", "type", "category");

    /** The first of these that is there and not blank; null when none is. */
    @Nullable
    String first(String... names) {
        for (String name : names) {
            for (Map.Entry<String, String> attribute : all.entrySet()) {
                String value = name.equalsIgnoreCase(attribute.getKey()) ? tidy(attribute.getValue()) : "";
                if (!value.isEmpty()) {
                    return value;
                }
            }
        }
        return null;
    }

    /** Those that have no meaning here, except namespace declarations. */
    Map<String, String> others() {
        return filtered(name -> !KNOWN.contains(name.toLowerCase(Locale.ROOT)) && !isDeclaration(name));
    }

    /** Namespace declarations, by their whole name. */
    Map<String, String> declarations() {
        return filtered(Attributes::isDeclaration);
    }

    private Map<String, String> filtered(Predicate<String> wanted) {
        Map<String, String> some = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (wanted.test(name)) {
                some.put(name, XmlCharacters.allowed(value));
            }
        });
        return some;
    }

    private static boolean isDeclaration(String name) {
        return name.startsWith("xmlns:");
    }

    /** One line without characters that XML forbids. */
    static String tidy(String value) {
        return SPACES.matcher(XmlCharacters.allowed(value)).replaceAll(" ").strip();
    }
}
