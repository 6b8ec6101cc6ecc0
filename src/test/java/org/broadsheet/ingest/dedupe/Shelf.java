package org.broadsheet.ingest.dedupe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.EntryIdentity;
import org.broadsheet.model.IdentityWeakness;
import org.broadsheet.model.KnownEntry;
import org.broadsheet.model.ParsedEntry;
import org.broadsheet.model.Particulars;
import org.jspecify.annotations.Nullable;

/** One feed's entries as the store would keep them, in memory: documents in, what was new in them out. */
final class Shelf {
    final Map<EntryId, KnownEntry> stored = new HashMap<>();

    @Nullable
    IdentityWeakness weakness;

    int changed;

    /** Takes a document in and returns the titles that were new. */
    List<String> take(ParsedEntry... entries) {
        List<Candidate> candidates = Identities.of(List.of(entries), weakness);
        Map<String, KnownEntry> known = new HashMap<>();
        List<String> keys = candidates.stream().flatMap(Candidate::keys).toList();
        stored.values().stream()
                .filter(entry -> keys.contains(entry.identityKey()))
                .forEach(entry -> known.put(entry.identityKey(), entry));
        List<KnownEntry> recent = Dedupe.asksForRecent(candidates, known) ? List.copyOf(stored.values()) : List.of();
        Decision decision = Dedupe.decide(candidates, known, recent, weakness);
        weakness = decision.weakness();
        decision.renamed()
                .forEach((id, identity) -> put(id, was -> stored(id, identity, was.url(), was.title(), was, 0)));
        decision.suspects().forEach(this::edit);
        List<String> titles = new ArrayList<>();
        for (Candidate added : decision.added()) {
            EntryId id = new EntryId(stored.size() + 1);
            stored.put(id, stored(id, added.identity(), added.entry().url(), added.title(), known(added), 0));
            titles.add(added.title());
        }
        if (Stream.of(stored.values().stream().map(KnownEntry::identityKey).toArray())
                        .distinct()
                        .count()
                < stored.size()) {
            throw new IllegalStateException("two entries have one key");
        }
        return titles;
    }

    /** What is deleted stays as a key that nothing new may take. */
    void delete(String title) {
        stored.replaceAll((id, was) -> was.title().equals(title)
                ? new KnownEntry(
                        id,
                        was.identityKey(),
                        was.identityRule(),
                        was.guid(),
                        was.url(),
                        title,
                        was.published(),
                        "",
                        "",
                        0,
                        true)
                : was);
    }

    List<String> titles() {
        return stored.values().stream().map(KnownEntry::title).sorted().toList();
    }

    private void edit(Decision.Suspect suspect) {
        Candidate now = suspect.candidate();
        changed += Dedupe.isChange(suspect.known(), now, known(now).contentHash()) ? 1 : 0;
        put(
                suspect.known().id(),
                was -> stored(
                        was.id(),
                        new EntryIdentity(
                                was.identityKey(),
                                was.identityRule(),
                                now.identity().guid()),
                        now.entry().url(),
                        now.title(),
                        known(now),
                        was.revisions() + 1));
    }

    private void put(EntryId id, UnaryOperator<KnownEntry> change) {
        stored.computeIfPresent(id, (key, was) -> change.apply(was));
    }

    private static KnownEntry known(Candidate candidate) {
        return new KnownEntry(
                new EntryId(1),
                candidate.key(),
                candidate.identity().rule(),
                "",
                null,
                "",
                candidate.entry().published(),
                candidate.rawHash(),
                candidate.title() + candidate.entry().contentHtml(),
                0,
                false);
    }

    private static KnownEntry stored(
            EntryId id, EntryIdentity identity, @Nullable String url, String title, KnownEntry rest, int revisions) {
        return new KnownEntry(
                id,
                identity.key(),
                identity.rule(),
                identity.guid(),
                url,
                title,
                rest.published(),
                rest.rawHash(),
                rest.contentHash(),
                revisions,
                rest.deleted());
    }

    static ParsedEntry entry(@Nullable String guid, @Nullable String url, @Nullable String title) {
        return entry(guid, url, title, null, "<p>" + title + "</p>");
    }

    static ParsedEntry entry(
            @Nullable String guid, @Nullable String url, @Nullable String title, @Nullable Instant at, String text) {
        return new ParsedEntry(
                guid,
                url,
                null,
                title,
                text,
                null,
                null,
                at,
                null,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                Particulars.NONE);
    }
}
