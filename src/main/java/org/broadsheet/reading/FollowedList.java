package org.broadsheet.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.broadsheet.ingest.opml.OpmlReader;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.NoList;
import org.broadsheet.reading.ListKeeper.Listed;
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
        /** At once, but for a broken list and one that removes most feeds. */
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
            @Nullable NoList trouble) {}

    private record Seen(long bytes, FileTime changedAt) {}

    private final Path file;
    private final Mode mode;
    private final AccountId account;
    private final ListKeeper keeper;
    private @Nullable Seen seen;
    private boolean judged;
    private @Nullable Listed waiting;
    private @Nullable NoList trouble;

    public FollowedList(Path file, Mode mode, AccountId account, ListKeeper keeper) {
        this.file = file;
        this.mode = mode;
        this.account = account;
        this.keeper = keeper;
    }

    /** Looks whether the file changed. It is read when two looks find it the same, for an editor may still be writing. */
    public synchronized void look() {
        Optional<Seen> now = stat();
        if (now.isEmpty()) {
            seen = null;
        } else if (!now.get().equals(seen)) {
            seen = now.get();
            judged = false;
        } else if (!judged) {
            judged = true;
            judge();
        }
    }

    private Optional<Seen> stat() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                trouble(NoList.of(NoList.Kind.NO_FILE));
            } else if (attributes.size() > OpmlReader.MAX_BYTES) {
                trouble(OpmlReader.TOO_LARGE);
            } else {
                return Optional.of(new Seen(attributes.size(), attributes.lastModifiedTime()));
            }
        } catch (IOException e) {
            trouble(NoList.of(NoList.Kind.UNREADABLE));
        }
        return Optional.empty();
    }

    private void judge() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String hash = Hashes.of(bytes);
            trouble = null;
            waiting = null;
            if (!keeper.hash(account).equals(Optional.of(hash))) {
                OpmlReader.read(bytes)
                        .match(read -> Optional.of(new Listed(hash, read.document())), none -> {
                            trouble(none.why());
                            return Optional.<Listed>empty();
                        })
                        .ifPresent(this::judge);
            }
        } catch (IOException e) {
            trouble(NoList.of(NoList.Kind.UNREADABLE));
        }
    }

    private void judge(Listed changed) {
        ListPlan plan = keeper.plan(account, changed);
        boolean harmless = !changed.list().isBroken() && !plan.removesMostOf(keeper.feeds(account));
        if (harmless && (plan.isEmpty() || mode == Mode.APPLY) && keeper.carryOut(account, changed, plan)) {
            LOG.info("{} changed: {}. Done.", file, plan.summary());
        } else {
            waiting = changed;
            LOG.info("{} changed: {}. Waiting for a word at /sources/list.", file, plan.summary());
        }
    }

    // What waited came from a file that is not there any more.
    private void trouble(NoList what) {
        NoList now = what.at(file.toString());
        waiting = null;
        if (!now.equals(trouble)) {
            trouble = now;
            LOG.warn("{} The subscriptions stay as they are.", now.sentence());
        }
    }

    /** How it stands now; the plan is made anew each time, for subscriptions change too. */
    public synchronized Standing standing() {
        if (waiting == null) {
            return new Standing(file.toString(), null, "", trouble);
        }
        ListPlan plan = keeper.plan(account, waiting);
        return new Standing(file.toString(), plan, name(waiting, plan), trouble);
    }

    private static String name(Listed listed, ListPlan plan) {
        return Hashes.of(listed.hash(), plan.toString());
    }

    /** Carries the waiting plan out; false when it is not the one of that name any more. */
    public synchronized boolean apply(String name) {
        if (waiting == null) {
            return false;
        }
        ListPlan plan = keeper.plan(account, waiting);
        if (!name(waiting, plan).equals(name) || !keeper.carryOut(account, waiting, plan)) {
            return false;
        }
        waiting = null;
        return true;
    }

    /** Drops the waiting plan until the file changes again; false when it is not the one of that name any more. */
    public synchronized boolean leave(String name) {
        if (waiting == null || !standing().name().equals(name)) {
            return false;
        }
        keeper.keepHash(account, waiting.hash());
        waiting = null;
        return true;
    }
}
