package org.broadsheet.model;

import java.util.Map;

/**
 * How a person likes to read.
 *
 * @param language of the pages, such as {@code de}; empty for the one that the browser asks for
 * @param readOnOpening whether opening an article marks it as read
 * @param readOnScrolling whether a headline that was scrolled past is marked as read
 * @param keys whether single keys do anything (WCAG 2.1.4 wants a way to turn them off)
 * @param bindings keys of the person's own by the name of the command; commands without one keep their usual key
 */
public record Preferences(
        Layout layout,
        Density density,
        Theme theme,
        String language,
        boolean readOnOpening,
        boolean readOnScrolling,
        boolean keys,
        Map<String, String> bindings) {
    public static final Preferences USUAL =
            new Preferences(Layout.LIST, Density.COMFORTABLE, Theme.AUTO, "", true, false, true, Map.of());

    /** How headlines stand on a page. */
    public enum Layout {
        LIST,
        CARDS,
        MAGAZINE
    }

    /** How close they stand. */
    public enum Density {
        COMFORTABLE,
        COMPACT
    }

    /** Which colours; AUTO asks the device. */
    public enum Theme {
        AUTO,
        LIGHT,
        DARK
    }
}
