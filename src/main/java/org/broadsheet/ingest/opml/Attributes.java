package org.broadsheet.ingest.opml;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.broadsheet.model.ForeignAttributes;
import org.broadsheet.text.XmlCharacters;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one element, names as written; known names are found in any case, as programs write them.
 *
 * @param namespaces what prefixes stand for at this element
 */
record Attributes(Map<String, String> all, Map<String, String> namespaces) {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final String DECLARATION = "xmlns";

    /** The attributes of an element inside others, with the prefixes that those declared. */
    static Attributes of(Map<String, String> all, Map<String, String> outerNamespaces) {
        Map<String, String> namespaces = outerNamespaces;
        for (Map.Entry<String, String> attribute : all.entrySet()) {
            if (attribute.getKey().startsWith(DECLARATION + ":")) {
                namespaces = new LinkedHashMap<>(namespaces);
                namespaces.put(attribute.getKey().substring(DECLARATION.length() + 1), attribute.getValue());
            }
        }
        return new Attributes(all, namespaces);
    }

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

    /** All but those of these names, which are given in lower case. */
    ForeignAttributes without(Set<String> names) {
        Map<String, String> values = filtered(name -> !names.contains(name.toLowerCase(Locale.ROOT)));
        Map<String, String> used = new LinkedHashMap<>(namespaces);
        used.keySet().removeIf(prefix -> values.keySet().stream().noneMatch(name -> name.startsWith(prefix + ":")));
        return new ForeignAttributes(values, used);
    }

    private Map<String, String> filtered(Predicate<String> wanted) {
        Map<String, String> some = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (wanted.test(name) && !name.equals(DECLARATION) && !name.startsWith(DECLARATION + ":")) {
                some.put(name, XmlCharacters.allowed(value));
            }
        });
        return some;
    }

    /** One line without characters that XML forbids. */
    static String tidy(String value) {
        return SPACES.matcher(XmlCharacters.allowed(value)).replaceAll(" ").strip();
    }
}
