package org.broadsheet.reading;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import org.broadsheet.model.ArchiveRef;
import org.broadsheet.model.Article;
import org.broadsheet.model.Logged;
import org.broadsheet.model.PublishedStream;
import org.broadsheet.model.SafeHtml;
import org.broadsheet.store.ArchiveTable;
import org.broadsheet.store.ArchiveTable.FrozenPart;
import org.broadsheet.store.ArchiveTable.NewPart;
import org.broadsheet.store.ArchiveTable.Part;
import org.broadsheet.store.ArchiveTable.State;
import org.broadsheet.store.ChangeRange;
import org.broadsheet.store.PublishedTable;
import org.broadsheet.store.Reach;
import org.broadsheet.store.Writer;
import org.jspecify.annotations.Nullable;

/**
 * The archives of published streams (RFC 5005 §4): what a part holds is settled before anybody is led to it, and stays
 * (docs/decisions/0014-archives.md). Thread-safe.
 */
final class Archive {
    private static final int MOST_STEPS = 20;

    private final Writer writer;
    private final PublishedTable published;
    private final ArchiveTable archives;
    private final NewestChanges changes;
    private final Function<String, SafeHtml> stored;

    Archive(
            Writer writer,
            PublishedTable published,
            ArchiveTable archives,
            NewestChanges changes,
            Function<String, SafeHtml> stored) {
        this.writer = writer;
        this.published = published;
        this.archives = archives;
        this.changes = changes;
        this.stored = stored;
    }

    /**
     * Where an archive begins.
     *
     * @param open what is in none of its parts, the latest change first
     * @param newest its newest part, null where there is none
     */
    record Head(List<Logged> open, @Nullable ArchiveRef newest) {}

    /** A part and the one that follows it, null at the archive's end. */
    record Opened(List<Article> articles, @Nullable ArchiveRef older) {}

    /** Brings the archive of a stream up to date and says where it begins. */
    Head head(PublishedStream stream, Reach reach, SortedSet<Long> feeds) {
        Head head = null;
        for (int step = 0; head == null && step < MOST_STEPS; step++) {
            head = step(stream, reach, feeds);
        }
        if (head == null) {
            throw new IllegalStateException("the archive of " + stream.name() + " does not come to rest");
        }
        return head;
    }

    /** One step towards an archive that is up to date; where it begins when there was none to make. */
    private @Nullable Head step(PublishedStream stream, Reach reach, SortedSet<Long> feeds) {
        State state = archives.state(stream);
        if (state.id() != 0 && !state.feeds().equals(feeds)) {
            cover(stream, reach, state, feeds);
            return null;
        }
        // Asked first: what comes in between has a later change.
        long newest = changes.newest();
        List<Logged> open = changes.of(feeds) <= state.upto()
                ? List.of()
                : published.latest(reach, ChangeRange.after(state.upto()), ArchivePlan.PART);
        Optional<Long> closing = ArchivePlan.closing(state, open, newest);
        if (closing.isPresent()) {
            close(stream, reach, state, new State(state.id(), closing.get(), feeds, state.newest()));
            return null;
        }
        return new Head(open, ref(stream, state.newest()));
    }

    // Of feeds that came to the stream, what is older than the archive's newest entry would be found nowhere.
    private void cover(PublishedStream stream, Reach reach, State state, SortedSet<Long> feeds) {
        SortedSet<Long> gained = ArchivePlan.gained(state, feeds);
        ChangeRange theirs = new ChangeRange(0, state.upto(), gained);
        Optional<FrozenPart> part = gained.isEmpty() ? Optional.empty() : next(reach, theirs, state.newest());
        State then = new State(state.id(), state.upto(), feeds, state.newest());
        writer.write(handle -> archives.append(handle, stream, state, then, part.orElse(null)));
    }

    private void close(PublishedStream stream, Reach reach, State state, State then) {
        ChangeRange closed = new ChangeRange(state.upto(), then.upto(), null);
        Optional<FrozenPart> part = next(reach, closed, state.newest());
        writer.write(handle -> archives.append(handle, stream, state, then, part.orElse(null)));
    }

    /** The newest part of a range, before the part that follows after all of it; empty where nothing is in the range. */
    private Optional<FrozenPart> next(Reach reach, ChangeRange range, long follows) {
        if (range.above() >= range.upto()) {
            return Optional.empty();
        }
        List<Logged> together = ArchivePlan.together(published.latest(reach, range, ArchivePlan.PART));
        if (together.isEmpty()) {
            return Optional.empty();
        }
        Logged last = together.get(together.size() - 1);
        ChangeRange rest = new ChangeRange(range.above(), last.change() - 1, range.feeds());
        NewPart part = new NewPart(
                together.get(0).month(), together.stream().map(Logged::id).toList(), rest, follows);
        return archives.freeze(published, reach, part).map(entries -> new FrozenPart(part, entries));
    }

    /** A part of a stream's archive; empty when it has none of that name. */
    Optional<Opened> open(PublishedStream stream, Reach reach, ArchiveRef ref) {
        return archives.part(stream, ref.id())
                .filter(part -> part.ref().equals(ref))
                .map(part -> new Opened(archives.articles(part, stored), ref(stream, older(stream, reach, part))));
    }

    private long older(PublishedStream stream, Reach reach, Part part) {
        if (part.older() != null) {
            return part.older();
        }
        Optional<FrozenPart> next = next(reach, part.rest(), part.follows());
        writer.write(handle -> {
            archives.follow(handle, part, next.orElse(null), part.follows());
            return true;
        });
        // Another may have been quicker, and his word stands.
        Long older = archives.part(stream, part.ref().id()).map(Part::older).orElse(0L);
        return older == null ? 0 : older;
    }

    private @Nullable ArchiveRef ref(PublishedStream stream, long part) {
        return part == 0 ? null : archives.part(stream, part).map(Part::ref).orElse(null);
    }
}
