package org.broadsheet.ingest.dedupe;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.broadsheet.model.IdentityRule;
import org.broadsheet.model.IdentityWeakness;
import org.broadsheet.model.KnownEntry;
import org.jspecify.annotations.Nullable;

/** Judges how far the guids and links of a feed can be trusted. */
final class Weaknesses {
    private Weaknesses() {}

    /**
     * What is wrong with a feed's guids after a document was held against the store.
     *
     * @param before what was known of the feed; null for nothing
     */
    static @Nullable IdentityWeakness after(
            List<Candidate> candidates, Matching matching, @Nullable IdentityWeakness before) {
        if (candidates.isEmpty()) {
            return before;
        }
        IdentityWeakness inDocument = of(candidates);
        if (inDocument == IdentityWeakness.LINKS_REPEATED) {
            return inDocument;
        }
        // A feed that once gave a guid twice may do so again at any time; one whose guids changed may have moved once.
        if (matching.guidReused() || before == IdentityWeakness.GUIDS_REUSED) {
            return IdentityWeakness.GUIDS_REUSED;
        }
        long known = count(candidates, candidate -> matching.of(candidate) != null);
        long changed = count(candidates, candidate -> changedGuid(candidate, matching.of(candidate)));
        if (changed > 0 && 2 * changed >= known) {
            return IdentityWeakness.GUIDS_CHANGING;
        }
        return before == IdentityWeakness.GUIDS_CHANGING && known == 0 ? before : inDocument;
    }

    private static @Nullable IdentityWeakness of(List<Candidate> candidates) {
        Set<IdentityKey> guids = new HashSet<>();
        long withGuid = count(candidates, candidate -> guid(candidate) != null);
        long repeated = count(candidates, candidate -> guid(candidate) != null && !guids.add(guid(candidate)));
        boolean missing = 2 * withGuid < candidates.size();
        boolean weak = missing || 5 * repeated >= candidates.size();
        if (!weak) {
            return null;
        }
        long withLink = count(candidates, candidate -> has(candidate.own(), IdentityRule.LINK));
        if (2 * withLink < candidates.size()) {
            return IdentityWeakness.LINKS_REPEATED;
        }
        return missing ? IdentityWeakness.GUIDS_MISSING : IdentityWeakness.GUIDS_REPEATED;
    }

    private static boolean changedGuid(Candidate candidate, @Nullable KnownEntry known) {
        String guid = candidate.entry().guid();
        if (known == null || guid == null || known.guid().equals(known.identityKey())) {
            return false;
        }
        return !Keys.guid(known.guid()).equals(Keys.guid(guid));
    }

    private static @Nullable IdentityKey guid(Candidate candidate) {
        return Keys.guid(candidate.entry().guid()).orElse(null);
    }

    private static boolean has(List<IdentityKey> keys, IdentityRule rule) {
        return keys.stream().anyMatch(key -> key.rule() == rule);
    }

    private static long count(List<Candidate> candidates, Predicate<Candidate> what) {
        return candidates.stream().filter(what).count();
    }
}
