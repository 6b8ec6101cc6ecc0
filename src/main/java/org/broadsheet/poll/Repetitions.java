package org.broadsheet.poll;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.broadsheet.ingest.clean.Cleaner;
import org.broadsheet.ingest.clean.ReadableText;
import org.broadsheet.ingest.dedupe.Probe;
import org.broadsheet.ingest.dedupe.Wording;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.Lookalike;
import org.broadsheet.model.NewEntry;
import org.broadsheet.store.MarkTable;

/**
 * The new entries of one feed, and which recent entries of other feeds they repeat. Pure.
 *
 * @param added oldest first
 */
record Repetitions(FeedId feed, List<Haul.Addition> added) implements MarkTable.Judge {
    List<List<Long>> marks() {
        return added.stream().map(Haul.Addition::marks).toList();
    }

    List<NewEntry> entries() {
        return added.stream().map(Haul.Addition::entry).toList();
    }

    /** A stored entry and its title, taken apart once for all questions. */
    private record Seen(Lookalike entry, Wording called) {
        static Seen of(Lookalike entry) {
            return new Seen(entry, Wording.of(entry.title(), "", entry.sortedAt()));
        }
    }

    /** A headline that its own feed had before, or another feed has twice, is a rubric: it names no entry. */
    @Override
    public Optional<EntryId> first(int index, List<Lookalike> alike, Function<EntryId, String> bodyOf) {
        Haul.Addition addition = added.get(index);
        Wording wording = addition.wording();
        if (alike.isEmpty() || wording == null) {
            return Optional.empty();
        }
        List<Seen> seen = alike.stream().distinct().map(Seen::of).toList();
        if (isRubric(wording, seen)) {
            return Optional.empty();
        }
        Probe probe = new Probe(wording, addition.entry().words());
        return seen.stream()
                .filter(other -> !other.entry.feed().equals(feed))
                .filter(other -> probe.mayRepeat(other.entry, other.called))
                .map(Seen::entry)
                .filter(other -> probe.repeats(other, text(bodyOf.apply(other.id()))))
                .map(Lookalike::first)
                .findFirst();
    }

    private static String text(String storedHtml) {
        return ReadableText.of(Cleaner.restore(storedHtml));
    }

    private boolean isRubric(Wording wording, List<Seen> seen) {
        List<FeedId> withTitle = seen.stream()
                .filter(other -> wording.hasTitleOf(other.called))
                .map(other -> other.entry.feed())
                .toList();
        return withTitle.contains(feed) || withTitle.stream().distinct().count() < withTitle.size();
    }
}
