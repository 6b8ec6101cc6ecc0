package org.broadsheet.publish.rules;

/**
 * A rule that a document breaks.
 *
 * @param what of the document breaks it, for people
 */
public record Finding(String rule, Level level, String what) {
    /** Whether the document is no feed of its format, or one that some readers stumble over. */
    public enum Level {
        ERROR,
        WARNING
    }
}
