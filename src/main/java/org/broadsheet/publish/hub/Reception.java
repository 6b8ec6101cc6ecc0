package org.broadsheet.publish.hub;

/** How a subscriber took news, by the status of its answer (WebSub §7). */
public enum Reception {
    /** It has them. */
    TAKEN,
    /** It wants no more, ever. */
    GONE,
    /** It has to be told again; a redirect too, because what was agreed on was this address. */
    FAILED;

    /** What a status means; 0 for no answer. */
    public static Reception of(int status) {
        if (status >= 200 && status < 300) {
            return TAKEN;
        }
        return status == 410 ? GONE : FAILED;
    }
}
