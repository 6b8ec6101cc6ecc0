package org.broadsheet.model;

/**
 * What became of a list, or of a part of it that was not taken as it is.
 *
 * @param value what the kind speaks of, just as it was typed or counted; empty where it speaks of nothing
 */
public record ListNote(Kind kind, String value) implements ListRemark {
    /** What it says. */
    public enum Kind {
        POINTS_ELSEWHERE,
        NO_ADDRESS,
        /** {@code value} is the address. */
        OTHER_ADDRESS,
        COMMAND,
        /** {@code value} is the address. */
        TWICE,
        /** {@code value} says where. */
        BROKEN,
        /** {@code value} is how many are read. */
        TOO_MANY,
        BROKE_OFF,
        /** {@code value} is what was typed for an address. */
        TYPED
    }

    public static ListNote of(Kind kind) {
        return new ListNote(kind, "");
    }

    @Override
    public String sentence() {
        return switch (kind) {
            case POINTS_ELSEWHERE -> "It points to another page or list, which is not followed.";
            case NO_ADDRESS -> "It says that it is a feed, but has no address.";
            case OTHER_ADDRESS -> "Its address is not one of the web: " + value;
            case COMMAND -> "It names a command to run, which is not kept.";
            case TWICE -> "Its address stands in the list already: " + value;
            case BROKEN -> "Its markup is broken or cut off; what could be read was kept. (" + value + ")";
            case TOO_MANY -> "It has more than " + value + " outlines; those after them were not read.";
            case BROKE_OFF -> "The import broke off; what it had done by then is kept.";
            case TYPED -> "\"" + value + "\" is no address; it must look like https://example.org/feeds.opml.";
        };
    }
}
