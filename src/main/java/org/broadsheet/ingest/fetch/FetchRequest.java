package org.broadsheet.ingest.fetch;

import java.net.URI;
import org.broadsheet.model.Validators;

/**
 * What to ask for.
 *
 * @param url http or https; a name and password in it are sent to its own origin only
 * @param validators what the last answer gave; they are sent to the address they came from only, {@link Validators#NONE} for a first visit
 * @param subscribers how many people the answer is for, told to the publisher; 0 leaves it out
 */
public record FetchRequest(URI url, Validators validators, int subscribers) {
    /** A first visit on nobody's behalf, such as for discovery. */
    public static FetchRequest firstVisit(URI url) {
        return new FetchRequest(url, Validators.NONE, 0);
    }
}
