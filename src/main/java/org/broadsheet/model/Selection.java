package org.broadsheet.model;

/**
 * Which entries a stream shows.
 *
 * @param sinceChange only entries touched by a later change than this number; 0 for all
 * @param order of the unread; other streams are always newest first
 * @param foldDuplicates whether entries that repeat another feed's entry are left out and shown as its sightings
 */
public record Selection(Scope scope, State state, long sinceChange, Order order, boolean foldDuplicates) {
    /** Which entries, by what the account did with them. */
    public enum State {
        ALL,
        UNREAD,
        STARRED
    }

    /** Which come first. */
    public enum Order {
        NEWEST,
        OLDEST,
        /** Those of feeds that publish rarely, and among these the newest. */
        RAREST
    }

    /** All entries of a scope, duplicates folded. */
    public static Selection all(Scope scope) {
        return new Selection(scope, State.ALL, 0, Order.NEWEST, true);
    }

    public Selection withState(State other) {
        return new Selection(scope, other, sinceChange, order, foldDuplicates);
    }

    public Selection withOrder(Order other) {
        return new Selection(scope, state, sinceChange, other, foldDuplicates);
    }
}
