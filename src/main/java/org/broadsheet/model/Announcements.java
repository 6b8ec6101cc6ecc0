package org.broadsheet.model;

/** Whether a feed's news are announced by a WebSub hub. */
public enum Announcements {
    /** Nobody announces them, or nobody has done so yet. */
    NONE,
    /** They are, and none came since the feed was last asked. */
    QUIET,
    /** One came since the feed was last asked. */
    NEWS
}
