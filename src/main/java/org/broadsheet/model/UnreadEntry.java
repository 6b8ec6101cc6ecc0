package org.broadsheet.model;

/**
 * As much of an entry as it takes to know its place among what an account has not read. Plain numbers, because an account
 * may have hundreds of thousands in memory.
 *
 * @param id of the entry, which is the change that brought it too
 * @param sortedAt in microseconds since 1970
 * @param feed the id of its feed
 * @param group the id of the first of those that say the same; its own id where it stands apart
 * @param shown whether it is the one of its group that a stream of all subscriptions shows
 */
public record UnreadEntry(long id, long sortedAt, long feed, long group, boolean shown)
        implements Comparable<UnreadEntry> {

    /** Newest first. */
    @Override
    public int compareTo(UnreadEntry other) {
        int byTime = Long.compare(other.sortedAt, sortedAt);
        return byTime != 0 ? byTime : Long.compare(other.id, id);
    }
}
