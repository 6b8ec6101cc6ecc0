package org.broadsheet.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.broadsheet.model.DueFeed;
import org.jdbi.v3.core.Handle;

/** Leaves each host to one node at a time: the one that has claimed feeds of it. */
final class HostClaims {
    /** What a feed called f must be where other nodes hold hosts; a domain holds those below it. */
    static final String NOT_HELD = """
               and not exists (select 1
                                 from (select distinct c.host from feed_claim c
                                        where c.node <> :node and c.claimed_until > :now and c.host <> '') held
                                where f.host = held.host
                                   or right(f.host, char_length(held.host) + 1) = '.' || held.host)
            """;

    private static final String HELD = """
            select distinct c.host from feed_claim c
             where c.node <> :node and c.claimed_until > :now and c.host <> ''""";

    // Nobody waits for this lock: who waits while it has written may wait for one that waits for it.
    private static final String LOCK = "select id from claiming where id = 1 for update skip locked";

    private final UnaryOperator<String> keyOf;
    private final String node = UUID.randomUUID().toString();

    /**
     * Claims of a node of its own.
     *
     * @param keyOf what tells a host from others for politeness: the domain that it stands in, or the host
     */
    HostClaims(UnaryOperator<String> keyOf) {
        this.keyOf = keyOf;
    }

    String node() {
        return node;
    }

    String key(DueFeed feed) {
        return keyOf.apply(feed.host());
    }

    /** Keeps other nodes from claiming until the transaction ends; false while one of them does so itself. */
    static boolean lock(Handle handle) {
        return !Lookup.of(handle, LOCK).list(rows -> rows.getInt(1)).isEmpty();
    }

    /** The hosts that are left to other nodes. */
    Set<String> held(Handle handle, Instant now) {
        List<String> hosts =
                Lookup.of(handle, HELD).bind("node", node).bind("now", now).list(rows -> rows.getString(1));
        return hosts.stream().collect(Collectors.toSet());
    }
}
