package org.broadsheet.ingest.dedupe;

import java.util.List;
import org.broadsheet.model.KnownEntry;

/**
 * What is to be done with the entries of a document; those that are stored as they came are in neither list.
 *
 * @param added not known yet, in document order
 * @param suspects known, but sent in other bytes than last time: cleaning shows whether readers would see a difference
 */
public record Decision(List<Candidate> added, List<Suspect> suspects) {
    /** A known entry that may have changed. */
    public record Suspect(Candidate candidate, KnownEntry known) {}
}
