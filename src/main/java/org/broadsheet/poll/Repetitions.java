package org.broadsheet.poll;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadsheet.ingest.clean.Cleaner;
import org.broadsheet.ingest.clean.ReadableText;
import org.broadsheet.ingest.dedupe.Probe;
import org.broadsheet.ingest.dedupe.Wording;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.Lookalike;
import org.broadsheet.model.NewEntry;
import org.broadsheet.store.Bodies;
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

    /** A headline that its own feed had before, or another feed has twice, is a rubric: it names no entry. */
    @Override
    public Optional<EntryId> first(int index, List<Lookalike> alike, Function<EntryId, String> bodyOf) {
        if (alike.isEmpty()) {
            return Optional.empty();
        }
        NewEntry entry = added.get(index).entry();
        Wording wording = Wording.of(entry.title(), text(Bodies.unpack(entry.body())), entry.sortedAt());
        if (isRubric(wording, alike)) {
            return Optional.empty();
        }
        List<Lookalike> others =
                alike.stream().filter(other -> !other.feed().equals(feed)).toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        Probe probe = new Probe(wording, entry.words());
        return others.stream()
                .filter(probe::mayRepeat)
                .filter(other -> probe.repeats(other, text(bodyOf.apply(other.id()))))
                .map(Lookalike::first)
                .findFirst();
    }

    private static String text(String storedHtml) {
        return ReadableText.of(Cleaner.restore(storedHtml));
    }

    private boolean isRubric(Wording wording, List<Lookalike> alike) {
        List<FeedId> withTitle = List.copyOf(alike.stream()
                .filter(other -> wording.hasTitleOf(Wording.of(other.title(), "", null)))
                .collect(Collectors.toMap(Lookalike::id, Lookalike::feed, (one, same) -> one))
                .values());
        return withTitle.contains(feed) || withTitle.stream().distinct().count() < withTitle.size();
    }
}
