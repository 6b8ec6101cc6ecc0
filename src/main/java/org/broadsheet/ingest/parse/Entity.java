package org.broadsheet.ingest.parse;

import org.jsoup.nodes.Entities;

/** The named characters of HTML, which feeds use without declaring them. */
final class Entity {
    private Entity() {}

    static boolean isHtml(String name) {
        return Entities.isNamedEntity(name);
    }

    /**
     * The characters an entity stands for, empty when HTML knows none of that name. Who writes entities into XML has them
     * from XHTML's DTD, in which the two angle brackets are other characters than in HTML 5.
     */
    static String text(String name) {
        return switch (name) {
            case "lang" -> "\u2329";
            case "rang" -> "\u232a";
            default -> Entities.getByName(name);
        };
    }

    /** Whether XML itself knows it (XML 1.0 §4.6). */
    static boolean isXml(String name) {
        return switch (name) {
            case "amp", "lt", "gt", "quot", "apos" -> true;
            default -> false;
        };
    }
}
