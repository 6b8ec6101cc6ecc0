package org.broadsheet.model;

import java.util.function.Function;

/** What there is to say of a list of feeds. Programs get its sentence; pages say the same in the reader's language. */
public sealed interface ListRemark permits ListNote, NoList, Failure {
    /** In English. */
    String sentence();

    /** Calls the function for what it is. */
    default <T> T match(Function<ListNote, T> note, Function<NoList, T> noList, Function<Failure, T> failure) {
        if (this instanceof ListNote of) {
            return note.apply(of);
        }
        return this instanceof NoList none ? noList.apply(none) : failure.apply((Failure) this);
    }
}
