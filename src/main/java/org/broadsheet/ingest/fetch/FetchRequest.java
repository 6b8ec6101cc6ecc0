package org.broadsheet.ingest.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.broadsheet.model.Validators;

/**
 * What to ask for.
 *
 * @param url http or https; a name and password in it are sent to its own origin only
 * @param validators what the last answer gave; they are sent to the address they came from only, {@link Validators#NONE} for a first visit
 * @param subscribers how many people the answer is for, told to the publisher; 0 leaves it out
 * @param silence how long a host still wants to be left alone; a redirect is not followed to one that does
 */
public record FetchRequest(
        URI url, Validators validators, int subscribers, Function<String, Optional<Duration>> silence) {
    /** One that follows redirects to any host. */
    public FetchRequest(URI url, Validators validators, int subscribers) {
        this(url, validators, subscribers, host -> Optional.empty());
    }

    /** A first visit on nobody's behalf, such as for discovery. */
    public static FetchRequest firstVisit(URI url) {
        return new FetchRequest(url, Validators.NONE, 0);
    }
}
