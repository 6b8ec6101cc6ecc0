package org.broadsheet.ingest.dedupe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.ingest.dedupe.Decision.Suspect;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.EntryIdentity;
import org.broadsheet.model.IdentityWeakness;
import org.broadsheet.model.KnownEntry;
import org.jspecify.annotations.Nullable;

/** Decides which entries of a document are new and which may have changed. */
public final class Dedupe {
    /** Some feeds print the time or a counter into each entry: after this many changes it is left as it is. */
    private static final int MOST_CHANGES = 24;

    private Dedupe() {}

    /** Whether some candidate is under none of its keys in the store, so that recent entries have to be looked at. */
    public static boolean asksForRecent(List<Candidate> candidates, Map<String, KnownEntry> known) {
        return candidates.stream().anyMatch(candidate -> candidate.keys().noneMatch(known::containsKey));
    }

    /**
     * Holds the entries of a document against the stored ones.
     *
     * @param known stored entries of this feed by identity key, all that have a key of a candidate
     * @param recent the feed's newest entries, some times as many as the document has; may be empty when nothing
     *     {@link #asksForRecent}
     * @param weakness of the feed's guids as known before, null for none
     */
    public static Decision decide(
            List<Candidate> candidates,
            Map<String, KnownEntry> known,
            Collection<KnownEntry> recent,
            @Nullable IdentityWeakness weakness) {
        Matching matching = Matching.of(candidates, known, recent);
        Set<String> taken = new HashSet<>(known.keySet());
        List<Candidate> added = new ArrayList<>();
        List<Suspect> suspects = new ArrayList<>();
        Map<EntryId, EntryIdentity> renamed = new HashMap<>();
        for (Candidate candidate : candidates) {
            KnownEntry stored = matching.of(candidate);
            if (stored == null) {
                Candidate free = candidate.without(taken);
                taken.add(free.key());
                added.add(free);
            } else if (!stored.deleted()) {
                if (taken.add(candidate.key())) {
                    renamed.put(stored.id(), candidate.identity());
                }
                if (!stored.rawHash().equals(candidate.rawHash())) {
                    suspects.add(new Suspect(candidate, stored));
                }
            }
        }
        IdentityWeakness now = Weaknesses.after(candidates, matching, weakness);
        return new Decision(List.copyOf(added), List.copyOf(suspects), Map.copyOf(renamed), now);
    }

    /** Whether readers would see a difference, and the entry is not one of those that change for ever. */
    public static boolean isChange(KnownEntry known, Candidate candidate, String contentHash) {
        boolean moved = known.url() != null && candidate.entry().url() != null && !Agreement.sameLink(known, candidate);
        return (moved || !known.contentHash().equals(contentHash)) && known.revisions() < MOST_CHANGES;
    }
}
