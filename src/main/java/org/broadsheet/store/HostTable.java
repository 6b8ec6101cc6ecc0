package org.broadsheet.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What hosts asked of us, kept across restarts. */
public final class HostTable {
    private final Database database;

    public HostTable(Database database) {
        this.database = database;
    }

    /** Keeps until when a host wants to be left alone; a longer wish from before stays, with its own reason. */
    public void cool(Handle handle, String host, Instant until, String reason) {
        int known = handle.createUpdate("""
                        update host set not_before = case when not_before > :until then not_before else :until end,
                                        reason = case when not_before > :until then reason else :reason end
                         where name = :host""")
                .bind("host", host)
                .bind("until", until)
                .bind("reason", reason)
                .execute();
        if (known == 0) {
            handle.createUpdate("insert into host (name, not_before, reason) values (:host, :until, :reason)")
                    .bind("host", host)
                    .bind("until", until)
                    .bind("reason", reason)
                    .execute();
        }
    }

    /** Forgets what hosts asked for until after {@code horizon}. */
    public void forgetAfter(Handle handle, Instant horizon) {
        handle.createUpdate("delete from host where not_before > :horizon")
                .bind("horizon", horizon)
                .execute();
    }

    /** Deletes wishes that ended before {@code old}. */
    static void forgetBefore(Handle handle, Instant old) {
        handle.createUpdate("delete from host where not_before < :old")
                .bind("old", old)
                .execute();
    }

    /** The hosts that want to be left alone, and until when. */
    public Map<String, Instant> cooling(Instant now) {
        Map<String, Instant> cooling = new HashMap<>();
        database.jdbi()
                .useHandle(handle -> handle.createQuery("select name, not_before from host where not_before > :now")
                        .bind("now", now)
                        .map((rows, context) -> Map.entry(rows.getString("name"), Rows.time(rows, "not_before")))
                        .forEach(host -> cooling.put(host.getKey(), host.getValue())));
        return cooling;
    }
}
