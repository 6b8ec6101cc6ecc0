package org.broadsheet.ingest.parse;

import org.jsoup.nodes.Entities;

/** The named characters of HTML, which feeds use without declaring them. */
final class Entity {
    private Entity() {}

    static boolean isHtml(String name) {
        return Entities.isNamedEntity(name);
    }

    /** The characters an entity stands for, empty when HTML knows none of that name. */
    static String text(String name) {
        return Entities.getByName(name);
    }

    /** Whether XML itself knows it (XML 1.0 §4.6). */
    static boolean isXml(String name) {
        return switch (name) {
            case "amp", "lt", "gt", "quot", "apos" -> true;
            default -> false;
        };
    }
}
