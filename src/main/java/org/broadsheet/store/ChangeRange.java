package org.broadsheet.store;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Entries by the number of the change that last touched them.
 *
 * @param above not in it
 * @param upto in it
 * @param feeds only of these, null for all
 */
public record ChangeRange(long above, long upto, @Nullable Collection<Long> feeds) {
    /** All that changed after this one. */
    public static ChangeRange after(long change) {
        return new ChangeRange(change, Long.MAX_VALUE, null);
    }
}
