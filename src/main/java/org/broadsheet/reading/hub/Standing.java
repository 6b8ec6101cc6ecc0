package org.broadsheet.reading.hub;

/** How far a callback can be trusted to answer soon. */
enum Standing {
    /** It took what it was last sent, or was never sent anything. */
    SOUND,
    /** It failed the last time, or was slow. */
    SHAKY,
    /** It has still to confirm that it wants anything at all. */
    UNCONFIRMED
}
