package org.broadsheet.ingest.dedupe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.model.IdentityRule;
import org.broadsheet.model.IdentityWeakness;
import org.broadsheet.model.ParsedEntry;
import org.broadsheet.text.Hashes;
import org.jspecify.annotations.Nullable;

/**
 * What the entries of a document are known by: the guid, else the link, else title and date, else the text (DESIGN §5).
 *
 * <p>A key that stands on several entries tells nothing apart, whichever of them comes first. An entry that is repeated
 * word for word counts once.
 */
public final class Identities {
    private Identities() {}

    /**
     * The candidates of a document, in its order.
     *
     * @param weakness of the feed, as known from earlier documents; null when its guids can be trusted
     */
    public static List<Candidate> of(List<ParsedEntry> entries, @Nullable IdentityWeakness weakness) {
        IdentityRule strongest = weakness == null ? IdentityRule.GUID : weakness.rule();
        Map<String, Candidate> distinct = new LinkedHashMap<>();
        entries.forEach(entry -> distinct.computeIfAbsent(
                Hashes.check(Candidate.said(entry)),
                hash -> new Candidate(entry, hash, Keys.of(entry).toList(), List.of())));
        Map<IdentityKey, Integer> counts = new HashMap<>();
        distinct.values().forEach(candidate -> candidate.own().forEach(key -> counts.merge(key, 1, Integer::sum)));
        Map<String, Candidate> byKey = new LinkedHashMap<>();
        distinct.values().stream()
                .map(candidate -> sorted(candidate, strongest, counts))
                .forEach(candidate -> byKey.putIfAbsent(candidate.key(), candidate));
        return new ArrayList<>(byKey.values());
    }

    private static Candidate sorted(Candidate all, IdentityRule strongest, Map<IdentityKey, Integer> counts) {
        List<IdentityKey> own = new ArrayList<>();
        List<IdentityKey> shared = new ArrayList<>();
        for (IdentityKey key : all.own()) {
            boolean tells = key.rule().compareTo(strongest) >= 0 && counts.getOrDefault(key, 0) == 1;
            (tells ? own : shared).add(key);
        }
        if (own.isEmpty()) {
            own.add(Keys.text(all.entry()));
        }
        return new Candidate(all.entry(), all.rawHash(), List.copyOf(own), List.copyOf(shared));
    }
}
