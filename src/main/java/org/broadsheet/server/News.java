package org.broadsheet.server;

import java.util.function.LongConsumer;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.Listening;
import org.broadsheet.model.Scope;

/** The change number as the live stream follows it. */
public interface News {
    /** Calls after each commit with the newest change number, on the writer's thread. Closing ends it. */
    Listening listen(LongConsumer onChange);

    /** The number of the newest change. */
    long newest();

    /** How many entries of a scope of the account's subscriptions arrived after a change, up to another one and with it. */
    long arrived(AccountId account, Scope scope, long after, long upTo);
}
