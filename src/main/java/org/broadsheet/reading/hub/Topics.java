package org.broadsheet.reading.hub;

import java.util.Map;
import java.util.Optional;
import org.broadsheet.model.AccountId;

/** The published streams as a hub knows them: by the addresses of their documents. Thread-safe. */
public interface Topics {
    /** The stream of an address as its document gives it for rel=self; empty where there is none, or none open to all. */
    Optional<Topic> find(AccountId account, String address);

    /** The newest change of each topic by its address. */
    Map<String, Long> newest(AccountId account);

    /** One stream in one format. */
    interface Topic {
        /** The number of the newest change in it, 0 for none. */
        long newest();

        /** What changed first after a change, so that all can be told in several goes. */
        Delta after(long change);
    }
}
