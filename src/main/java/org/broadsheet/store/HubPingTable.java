package org.broadsheet.store;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.model.HubPing;
import org.jdbi.v3.core.Handle;

/** The hubs of others that are told of changes. Reads take the pool, writes a handle of the {@link Writer}. */
public final class HubPingTable {
    private final Database database;

    public HubPingTable(Database database) {
        this.database = database;
    }

    public Optional<HubPing> find(URI hub) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select * from hub_ping where hub = :hub")
                        .bind("hub", hub.toString())
                        .map((rows, context) -> new HubPing(
                                hub, rows.getLong("told"), rows.getInt("failures"), Rows.time(rows, "try_at")))
                        .findOne());
    }

    /** A hub that nobody had told anything yet, and that has not to be told what is older. */
    public void add(Handle handle, URI hub, long told, Instant now) {
        handle.createUpdate("""
                        insert into hub_ping (hub, told, failures, try_at)
                        select cast(:hub as varchar), cast(:told as bigint), 0, cast(:now as timestamp with time zone)
                         where not exists (select 1 from hub_ping p where p.hub = :hub)""")
                .bind("hub", hub.toString())
                .bind("told", told)
                .bind("now", now)
                .execute();
    }

    /** Takes the hub until then, so that nobody else tells it the same; false where somebody was faster. */
    public boolean claim(Handle handle, HubPing ping, Instant until) {
        return handle.createUpdate("update hub_ping set try_at = :until where hub = :hub and try_at = :seen")
                        .bind("hub", ping.hub().toString())
                        .bind("seen", ping.tryAt())
                        .bind("until", until)
                        .execute()
                > 0;
    }

    public void told(Handle handle, URI hub, long upto) {
        handle.createUpdate("update hub_ping set told = :upto, failures = 0 where hub = :hub")
                .bind("hub", hub.toString())
                .bind("upto", upto)
                .execute();
    }

    public void failed(Handle handle, URI hub, int failures, Instant tryAt) {
        handle.createUpdate("update hub_ping set failures = :failures, try_at = :try_at where hub = :hub")
                .bind("hub", hub.toString())
                .bind("failures", failures)
                .bind("try_at", tryAt)
                .execute();
    }
}
