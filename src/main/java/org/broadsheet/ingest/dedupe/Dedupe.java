package org.broadsheet.ingest.dedupe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.broadsheet.ingest.dedupe.Decision.Suspect;
import org.broadsheet.model.KnownEntry;

/** Decides which entries of a document are new and which may have changed. */
public final class Dedupe {
    /** Some feeds print the time or a counter into each entry: after this many changes it is left as it is. */
    private static final int MOST_CHANGES = 24;

    private Dedupe() {}

    /**
     * Holds the entries of a document against the stored ones.
     *
     * @param known stored entries of this feed by identity key, at least those of the candidates that are stored
     */
    public static Decision decide(List<Candidate> candidates, Map<String, KnownEntry> known) {
        List<Candidate> added = new ArrayList<>();
        List<Suspect> suspects = new ArrayList<>();
        for (Candidate candidate : candidates) {
            KnownEntry stored = known.get(candidate.key());
            if (stored == null) {
                added.add(candidate);
            } else if (!stored.rawHash().equals(candidate.rawHash())) {
                suspects.add(new Suspect(candidate, stored));
            }
        }
        return new Decision(List.copyOf(added), List.copyOf(suspects));
    }

    /** Whether readers would see a difference, and the entry is not one of those that change for ever. */
    public static boolean isChange(KnownEntry known, String contentHash) {
        return !known.contentHash().equals(contentHash) && known.revisions() < MOST_CHANGES;
    }
}
