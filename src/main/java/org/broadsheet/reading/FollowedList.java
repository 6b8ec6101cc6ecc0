package org.broadsheet.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.ingest.opml.OpmlDocument;
import org.broadsheet.ingest.opml.OpmlReader;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.HeldSubscription;
import org.broadsheet.model.ListedFeed;
import org.broadsheet.store.ListTakeover;
import org.broadsheet.store.OutlineTable;
import org.broadsheet.store.Writer;
import org.broadsheet.text.Hashes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a list of feeds in a file: what changes there becomes a plan, which is carried out at once or when somebody
 * confirms it. Entries are never deleted; where a feed leaves the list only its subscription ends. Thread-safe.
 */
public final class FollowedList {
    private static final Logger LOG = LoggerFactory.getLogger(FollowedList.class);

    /** When changes of the list are carried out. */
    public enum Mode {
        ASK,
        APPLY
    }

    /**
     * How it stands with the list.
     *
     * @param plan what waits for somebody's word, null when nothing does
     * @param name of the plan; what is confirmed by it is what was seen
     * @param trouble why the list cannot be read, null when it can
     */
    public record Standing(
            String file,
            @Nullable ListPlan plan,
            String name,
            @Nullable String trouble) {}

    private record Seen(long bytes, FileTime changedAt) {}

    private record Waiting(String hash, OpmlDocument list) {}

    private final Path file;
    private final Mode mode;
    private final AccountId account;
    private final Writer writer;
    private final OutlineTable outlines;
    private final ListTakeover taking;
    private final UnreadIndex unread;
    private final InstantSource clock;
    private @Nullable Seen seen;
    private boolean judged;
    private @Nullable Waiting waiting;
    private @Nullable String trouble;

    public FollowedList(
            Path file,
            Mode mode,
            AccountId account,
            Writer writer,
            OutlineTable outlines,
            ListTakeover taking,
            UnreadIndex unread,
            InstantSource clock) {
        this.file = file;
        this.mode = mode;
        this.account = account;
        this.writer = writer;
        this.outlines = outlines;
        this.taking = taking;
        this.unread = unread;
        this.clock = clock;
    }

    /** Looks whether the file changed. It is read when two looks find it the same, for an editor may still be writing. */
    public synchronized void look() {
        Seen now = stat();
        if (now == null || !now.equals(seen)) {
            seen = now;
            judged = false;
        } else if (!judged) {
            judged = true;
            judge();
        }
    }

    private @Nullable Seen stat() {
        try {
            return new Seen(Files.size(file), Files.getLastModifiedTime(file));
        } catch (IOException e) {
            trouble(file + " cannot be read; the subscriptions stay as they are.");
            return null;
        }
    }

    private void judge() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            trouble = null;
            waiting = null;
            String hash = Hashes.of(bytes);
            if (!outlines.followedHash(account).equals(Optional.of(hash))) {
                OpmlReader.read(bytes)
                        .match(
                                read -> judge(new Waiting(hash, read.document())),
                                none -> trouble(none.about(file.toString()) + " The subscriptions stay as they are."));
            }
        } catch (IOException e) {
            trouble(file + " cannot be read; the subscriptions stay as they are.");
        }
    }

    private boolean judge(Waiting changed) {
        List<HeldSubscription> held = outlines.held(account);
        ListPlan plan = ListPlan.between(held, changed.list());
        boolean harmless = !changed.list().isBroken() && !plan.removesMostOf(held.size());
        if (plan.steps().isEmpty() || (mode == Mode.APPLY && harmless)) {
            carryOut(changed);
            LOG.info("{} changed: {}. Done.", file, plan.summary());
            return true;
        }
        waiting = changed;
        LOG.info("{} changed: {}. Waiting for a word at /sources/list.", file, plan.summary());
        return false;
    }

    private boolean trouble(String sentence) {
        if (!sentence.equals(trouble)) {
            trouble = sentence;
            LOG.warn("{}", sentence);
        }
        return false;
    }

    /** How it stands now; the plan is made anew each time, for subscriptions change too. */
    public synchronized Standing standing() {
        if (waiting == null) {
            return new Standing(file.toString(), null, "", trouble);
        }
        ListPlan plan = ListPlan.between(outlines.held(account), waiting.list());
        return new Standing(file.toString(), plan, Hashes.of(waiting.hash(), plan.toString()), trouble);
    }

    /** Carries the waiting plan out; false when it is not the one of that name any more. */
    public synchronized boolean apply(String name) {
        return isCurrent(name) && carryOut(Objects.requireNonNull(waiting));
    }

    /** Drops the waiting plan until the file changes again; false when it is not the one of that name any more. */
    public synchronized boolean leave(String name) {
        if (!isCurrent(name)) {
            return false;
        }
        String hash = Objects.requireNonNull(waiting).hash();
        writer.write(handle -> {
            outlines.keepFollowedHash(handle, account, hash);
            return true;
        });
        waiting = null;
        return true;
    }

    private boolean isCurrent(String name) {
        return waiting != null && standing().name().equals(name);
    }

    private boolean carryOut(Waiting changed) {
        OpmlDocument list = changed.list();
        Instant now = clock.instant();
        writer.write(handle -> {
            List<HeldSubscription> held = outlines.held(handle, account);
            Map<ListedFeed, HeldSubscription> matches = ListPlan.matches(held, list);
            for (ListedFeed feed : list.feeds()) {
                HeldSubscription there = matches.get(feed);
                if (there == null) {
                    taking.add(handle, account, feed, null, now);
                } else {
                    taking.change(handle, account, there, feed, now);
                }
            }
            Set<HeldSubscription> listed = new HashSet<>(matches.values());
            held.stream()
                    .filter(there -> !listed.contains(there))
                    .forEach(there -> taking.remove(handle, account, there));
            held.stream()
                    .flatMap(there -> there.folders().stream())
                    .filter(folder -> !list.folders().containsKey(folder))
                    .distinct()
                    .forEach(folder -> taking.deleteEmpty(handle, account, folder));
            taking.replaceRest(handle, account, list.folders(), list.others());
            outlines.keepFollowedHash(handle, account, changed.hash());
            return true;
        });
        unread.forget(account);
        waiting = null;
        return true;
    }
}
