package org.broadsheet.store;

import java.util.Arrays;
import org.broadsheet.text.Hashes;

/**
 * Which entries have a mark: a hash table of two arrays, 16 bytes a place, between a third and two thirds full. For one
 * thread.
 */
final class MarkIndex {
    private static final int FIRST_SIZE = 1 << 10;
    private static final long FREE = 0; // no entry has this id

    private static final long[] NONE = {};

    private final int most;
    private long[] marks = new long[FIRST_SIZE];
    private long[] entries = new long[FIRST_SIZE];
    private int used;

    /** One that keeps the first {@code most} entries of a mark. */
    MarkIndex(int most) {
        this.most = most;
    }

    void add(long mark, long entry) {
        if (3 * (used + 1) > 2 * marks.length) {
            grow();
        }
        put(mark, entry);
    }

    /** The entries of a mark, in no order. */
    long[] find(long mark) {
        long[] found = NONE;
        int count = 0;
        for (int at = place(mark); entries[at] != FREE && count < most; at = next(at)) {
            if (marks[at] == mark) {
                found = count < found.length ? found : Arrays.copyOf(found, 2 * count + 1);
                found[count++] = entries[at];
            }
        }
        return count == found.length ? found : Arrays.copyOf(found, count);
    }

    private void put(long mark, long entry) {
        int at = place(mark);
        int same = 0;
        while (entries[at] != FREE) {
            same += marks[at] == mark ? 1 : 0;
            at = next(at);
        }
        if (same < most) {
            marks[at] = mark;
            entries[at] = entry;
            used++;
        }
    }

    private void grow() {
        long[] oldMarks = marks;
        long[] oldEntries = entries;
        marks = new long[2 * oldMarks.length];
        entries = new long[2 * oldEntries.length];
        used = 0;
        for (int i = 0; i < oldMarks.length; i++) {
            if (oldEntries[i] != FREE) {
                put(oldMarks[i], oldEntries[i]);
            }
        }
    }

    private int place(long mark) {
        return (int) Hashes.mixed(mark) & (marks.length - 1);
    }

    private int next(int at) {
        return (at + 1) & (marks.length - 1);
    }
}
