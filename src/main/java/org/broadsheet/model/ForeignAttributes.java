package org.broadsheet.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What other programs say in an outline of a list and means nothing here, kept so that it can be written back.
 *
 * @param values by name as written, with its prefix where it has one
 * @param namespaces addresses by prefix, of those prefixes that were declared
 */
public record ForeignAttributes(Map<String, String> values, Map<String, String> namespaces) {
    public static final ForeignAttributes NONE = new ForeignAttributes(Map.of(), Map.of());

    public ForeignAttributes {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        namespaces = Collections.unmodifiableMap(new LinkedHashMap<>(namespaces));
    }

    /** Those of both; where both have one, it is this one's. */
    public ForeignAttributes and(ForeignAttributes others) {
        Map<String, String> all = new LinkedHashMap<>(values);
        others.values.forEach(all::putIfAbsent);
        Map<String, String> prefixes = new LinkedHashMap<>(namespaces);
        others.namespaces.forEach(prefixes::putIfAbsent);
        return new ForeignAttributes(all, prefixes);
    }

    /** All but the one of this name. */
    public ForeignAttributes without(String name) {
        Map<String, String> others = new LinkedHashMap<>(values);
        others.remove(name);
        return new ForeignAttributes(others, namespaces);
    }
}
