package org.broadsheet.ingest.dedupe;

import java.util.List;
import java.util.Map;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.EntryIdentity;
import org.broadsheet.model.IdentityWeakness;
import org.broadsheet.model.KnownEntry;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with the entries of a document; those that are stored as they came are in no list.
 *
 * @param added not known yet, in document order
 * @param suspects known, but sent in other bytes than last time: cleaning shows whether readers would see a difference
 * @param renamed stored entries that are known by something else from now on
 * @param weakness what is wrong with the feed's guids, null when they can be trusted
 */
public record Decision(
        List<Candidate> added,
        List<Suspect> suspects,
        Map<EntryId, EntryIdentity> renamed,
        @Nullable IdentityWeakness weakness) {
    /** A known entry that may have changed. */
    public record Suspect(Candidate candidate, KnownEntry known) {}
}
