package org.broadsheet.poll;

import java.util.List;
import java.util.Map;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.NewEntry;

/**
 * What a document brings to the store.
 *
 * @param added oldest first
 * @param changed stored entries whose readers would see a difference
 * @param touched stored entries that came in other bytes but mean the same: their new raw hash
 */
record Haul(List<NewEntry> added, List<Change> changed, Map<EntryId, String> touched) {
    static final Haul NOTHING = new Haul(List.of(), List.of(), Map.of());

    /** A stored entry and what it says now. */
    record Change(EntryId id, NewEntry entry) {}
}
