package org.broadsheet.model;

/**
 * Which entries a stream shows.
 *
 * @param sinceChange only entries touched by a later change than this number; 0 for all
 * @param foldDuplicates whether entries that repeat another feed's entry are left out and shown as its sightings
 */
public record Selection(Scope scope, State state, long sinceChange, boolean foldDuplicates) {
    /** Which entries, by what the account did with them. */
    public enum State {
        ALL,
        UNREAD,
        STARRED
    }

    /** All entries of a scope, duplicates folded. */
    public static Selection all(Scope scope) {
        return new Selection(scope, State.ALL, 0, true);
    }

    public Selection withState(State other) {
        return new Selection(scope, other, sinceChange, foldDuplicates);
    }
}
