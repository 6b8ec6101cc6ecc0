package org.broadsheet.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.broadsheet.ingest.dedupe.Candidate;
import org.broadsheet.model.DueFeed;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.KnownEntry;
import org.broadsheet.model.LastPoll;
import org.broadsheet.store.EntryTable;
import org.broadsheet.store.HostTable;
import org.broadsheet.store.MarkTable;
import org.broadsheet.store.PollTable;
import org.broadsheet.store.Writer;

/** What a refresh reads from the store and leaves there, each ending in one transaction. */
public final class RefreshStore {
    private static final int FEWEST_NEWEST = 100;
    private static final int MOST_NEWEST = 2_000;

    private final Writer writer;
    private final EntryTable entries;
    private final MarkTable marks;
    private final PollTable polls;
    private final HostTable hosts;

    public RefreshStore(Writer writer, EntryTable entries, MarkTable marks, PollTable polls, HostTable hosts) {
        this.writer = writer;
        this.entries = entries;
        this.marks = marks;
        this.polls = polls;
        this.hosts = hosts;
    }

    Map<String, KnownEntry> known(DueFeed feed, List<Candidate> candidates) {
        return entries.known(
                feed.id(),
                candidates.stream().flatMap(Candidate::keys).distinct().toList());
    }

    /** The feed's newest entries: as many as a document shows, twice over, so that what left it since is among them. */
    List<KnownEntry> newest(DueFeed feed, int inDocument) {
        return entries.newest(feed.id(), Math.min(MOST_NEWEST, Math.max(FEWEST_NEWEST, 2 * inDocument)));
    }

    LastPoll save(Attempt.Ending ending) {
        DueFeed feed = ending.result().feed();
        Instant now = ending.poll().at();
        Haul haul = ending.haul();
        Repetitions repetitions = new Repetitions(feed.id(), haul.added());
        return writer.write(handle -> {
            entries.rename(handle, haul.renamed());
            List<EntryId> added = entries.insert(handle, feed.id(), repetitions.entries(), now);
            marks.fold(handle, added, repetitions.marks(), repetitions, now);
            haul.changed().forEach(change -> entries.update(handle, change.id(), change.entry(), now));
            haul.touched().forEach(same -> entries.touch(handle, same.id(), same.entry()));
            polls.finish(handle, ending.result());
            return ending.poll();
        });
    }

    LastPoll saveSkipped(DueFeed feed, Instant notBefore, Instant now) {
        LastPoll skipped =
                new LastPoll(now, LastPoll.Outcome.SKIPPED, ErrorKind.THROTTLED, null, null, Duration.ZERO, 0, 0, 0);
        return writer.write(handle -> {
            polls.skip(handle, feed.id(), notBefore);
            return skipped;
        });
    }

    void cool(String host, Instant until, ErrorKind why) {
        writer.write(handle -> {
            hosts.cool(handle, host, until, why.word());
            return true;
        });
    }
}
