package org.broadsheet.ingest.dedupe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.IdentityRule;
import org.broadsheet.model.KnownEntry;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each candidate of a document the stored entry that it is, each stored one at most once.
 *
 * <p>Own keys come first, then shared ones with more proof, then, for those that are left, link and title among the
 * feed's recent entries: that is where entries are found again whose guids the publisher changed.
 */
final class Matching {
    /** With fewer entries found again by their titles alone, it is a coincidence rather than a change of all guids. */
    private static final int FEWEST_FLIPPED = 3;

    private final List<Candidate> candidates;
    private final Map<String, KnownEntry> known;
    private final Map<Candidate, KnownEntry> matched = new HashMap<>();
    private final Set<EntryId> claimed = new HashSet<>();
    private boolean guidReused;

    private Matching(List<Candidate> candidates, Map<String, KnownEntry> known) {
        this.candidates = candidates;
        this.known = known;
    }

    static Matching of(List<Candidate> candidates, Map<String, KnownEntry> known, Collection<KnownEntry> recent) {
        Matching matching = new Matching(candidates, known);
        matching.byOwnKeys();
        matching.bySharedKeys();
        matching.byLink(recent);
        matching.byPath(recent);
        matching.byTitle(recent);
        return matching;
    }

    /** The stored entry that a candidate is, null for a new one. */
    @Nullable
    KnownEntry of(Candidate candidate) {
        return matched.get(candidate);
    }

    /** Whether a guid was seen on an entry that cannot be the one it named before. */
    boolean guidReused() {
        return guidReused;
    }

    private List<Candidate> open() {
        return candidates.stream()
                .filter(candidate -> !matched.containsKey(candidate))
                .toList();
    }

    private void byOwnKeys() {
        for (Candidate candidate : candidates) {
            for (IdentityKey key : candidate.own()) {
                KnownEntry stored = known.get(key.value());
                if (stored == null) {
                    continue;
                }
                boolean reused = key.rule() == IdentityRule.GUID && Agreement.isAnother(stored, candidate);
                guidReused |= reused;
                if (!reused && !(key.rule() == IdentityRule.LINK && Agreement.isNext(stored, candidate))) {
                    claim(candidate, stored);
                }
            }
        }
    }

    private void bySharedKeys() {
        for (Candidate candidate : open()) {
            candidate.keys().map(known::get).forEach(stored -> {
                if (stored != null && Agreement.isSame(stored, candidate)) {
                    claim(candidate, stored);
                }
            });
        }
    }

    private void byLink(Collection<KnownEntry> recent) {
        matches(
                        recent,
                        stored -> page(stored.url()),
                        candidate -> page(candidate.entry().url()),
                        Agreement::isSame)
                .forEach(this::claim);
    }

    /** A site that moved to another host keeps its paths. */
    private void byPath(Collection<KnownEntry> recent) {
        matches(
                        recent,
                        stored -> Keys.path(stored.url()),
                        candidate -> Keys.path(candidate.entry().url()),
                        Agreement::sameTitle)
                .forEach(this::claim);
    }

    /** The mass-flip guard: where most of a document seems new but is called like what is stored, it is that. */
    private void byTitle(Collection<KnownEntry> recent) {
        Map<Candidate, KnownEntry> found = matches(
                recent,
                stored -> Agreement.words(stored.title()),
                candidate -> Agreement.words(candidate.title()),
                (stored, candidate) -> stored.published() == null
                        || candidate.entry().published() == null
                        || Agreement.sameDate(stored, candidate));
        boolean all = found.size() > 1 && found.size() == candidates.size();
        if (all || (found.size() >= FEWEST_FLIPPED && 2 * found.size() >= candidates.size())) {
            found.forEach(this::claim);
        }
    }

    /** Pairs of a candidate and a stored entry, both still open, that alone have the same trait on their sides. */
    private Map<Candidate, KnownEntry> matches(
            Collection<KnownEntry> recent,
            Function<KnownEntry, @Nullable String> traitOfStored,
            Function<Candidate, @Nullable String> traitOfCandidate,
            BiPredicate<KnownEntry, Candidate> agrees) {
        List<KnownEntry> free =
                recent.stream().filter(stored -> !claimed.contains(stored.id())).toList();
        Map<Candidate, KnownEntry> pairs = new HashMap<>();
        if (free.isEmpty()) {
            return pairs;
        }
        Map<String, List<KnownEntry>> stored = byTrait(free, traitOfStored);
        byTrait(open(), traitOfCandidate).forEach((trait, alike) -> {
            List<KnownEntry> known = stored.getOrDefault(trait, List.of());
            if (known.size() == 1 && alike.size() == 1 && agrees.test(known.get(0), alike.get(0))) {
                pairs.put(alike.get(0), known.get(0));
            }
        });
        return pairs;
    }

    private static <T> Map<String, List<T>> byTrait(Collection<T> all, Function<T, @Nullable String> trait) {
        Map<String, List<T>> byTrait = new HashMap<>();
        for (T one : all) {
            String value = trait.apply(one);
            if (value != null && !value.isBlank()) {
                byTrait.computeIfAbsent(value, same -> new ArrayList<>()).add(one);
            }
        }
        return byTrait;
    }

    private static @Nullable String page(@Nullable String url) {
        return url == null ? null : Keys.page(url);
    }

    private void claim(Candidate candidate, KnownEntry stored) {
        if (!matched.containsKey(candidate) && claimed.add(stored.id())) {
            matched.put(candidate, stored);
        }
    }
}
