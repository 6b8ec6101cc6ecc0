package org.broadsheet.reading;

import java.util.List;
import org.broadsheet.model.Finding;
import org.broadsheet.store.Consistency;

/** Whether the store is whole. Reads everything: takes seconds on a large one. Thread-safe. */
public final class Integrity {
    private final Consistency consistency;

    public Integrity(Consistency consistency) {
        this.consistency = consistency;
    }

    /** Compares tables with their indexes and with each other. */
    public List<Finding> check() {
        return consistency.check();
    }
}
