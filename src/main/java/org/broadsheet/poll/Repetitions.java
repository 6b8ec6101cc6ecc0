package org.broadsheet.poll;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadsheet.ingest.dedupe.Probe;
import org.broadsheet.ingest.dedupe.Wording;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.Lookalike;
import org.broadsheet.model.NewEntry;
import org.broadsheet.store.MarkTable;
import org.broadsheet.text.PlainText;

/**
 * The new entries of one feed, and which recent entries of other feeds they repeat. Pure.
 *
 * @param marks by what each can be found later; nothing for those that are too old
 */
record Repetitions(FeedId feed, List<Haul.Addition> added, List<List<Long>> marks) implements MarkTable.Judge {
    /** Takes the marks of the entries at once, on the thread of the caller: the writer's has more to do. */
    static Repetitions of(FeedId feed, List<Haul.Addition> added) {
        List<List<Long>> marks = added.stream()
                .map(Haul.Addition::wording)
                .map(wording -> wording == null ? List.<Long>of() : wording.marks())
                .toList();
        return new Repetitions(feed, added, marks);
    }

    List<NewEntry> entries() {
        return added.stream().map(Haul.Addition::entry).toList();
    }

    /** A headline that its own feed had before, or another feed has twice, is a rubric: it names no entry. */
    @Override
    public Optional<EntryId> first(int index, List<Lookalike> alike, Function<EntryId, String> bodyOf) {
        Wording wording = added.get(index).wording();
        if (wording == null || isRubric(wording, alike)) {
            return Optional.empty();
        }
        List<Lookalike> others =
                alike.stream().filter(other -> !other.feed().equals(feed)).toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        Probe probe = new Probe(wording, added.get(index).entry().words());
        return others.stream()
                .filter(probe::mayRepeat)
                .filter(other -> probe.repeats(other, PlainText.of(bodyOf.apply(other.id()))))
                .map(Lookalike::first)
                .findFirst();
    }

    private boolean isRubric(Wording wording, List<Lookalike> alike) {
        List<FeedId> withTitle = List.copyOf(alike.stream()
                .filter(other -> wording.hasTitleOf(Wording.of(other.title(), "", null)))
                .collect(Collectors.toMap(Lookalike::id, Lookalike::feed, (one, same) -> one))
                .values());
        return withTitle.contains(feed) || withTitle.stream().distinct().count() < withTitle.size();
    }
}
