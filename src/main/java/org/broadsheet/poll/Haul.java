package org.broadsheet.poll;

import java.util.List;
import java.util.Map;
import org.broadsheet.ingest.dedupe.Wording;
import org.broadsheet.model.DueFeed;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.EntryIdentity;
import org.broadsheet.model.IdentityWeakness;
import org.broadsheet.model.NewEntry;
import org.jspecify.annotations.Nullable;

/**
 * What a document brings to the store.
 *
 * @param added oldest first
 * @param changed stored entries whose readers would see a difference
 * @param touched stored entries that came in other bytes but mean the same to readers
 * @param renamed stored entries that have another key from now on
 * @param weakness what is wrong with the feed's guids, null when they can be trusted
 */
record Haul(
        List<Addition> added,
        List<Change> changed,
        List<Change> touched,
        Map<EntryId, EntryIdentity> renamed,
        @Nullable IdentityWeakness weakness) {
    /** What a poll brings that read no document. */
    static Haul nothing(DueFeed feed) {
        return new Haul(List.of(), List.of(), List.of(), Map.of(), feed.weakness());
    }

    /**
     * A new entry.
     *
     * @param wording what it is held against others by; null for one that is too old to be repeated
     * @param marks by which entries of other feeds find it
     */
    record Addition(NewEntry entry, @Nullable Wording wording, List<Long> marks) {
        static Addition of(NewEntry entry, @Nullable Wording wording) {
            return new Addition(entry, wording, wording == null ? List.of() : wording.marks());
        }
    }

    /** A stored entry and what it says now. */
    record Change(EntryId id, NewEntry entry) {}
}
