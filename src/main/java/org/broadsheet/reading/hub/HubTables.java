package org.broadsheet.reading.hub;

import org.broadsheet.store.Database;
import org.broadsheet.store.HubPingTable;
import org.broadsheet.store.HubRequestTable;
import org.broadsheet.store.HubSubscriberTable;
import org.broadsheet.store.HubTopicTable;
import org.broadsheet.store.Writer;

/** What the hub keeps, and who writes it. */
public record HubTables(
        Writer writer,
        HubTopicTable topics,
        HubRequestTable requests,
        HubSubscriberTable subscribers,
        HubPingTable pings) {
    public static HubTables of(Database database, Writer writer) {
        return new HubTables(
                writer,
                new HubTopicTable(database),
                new HubRequestTable(database),
                new HubSubscriberTable(database),
                new HubPingTable(database));
    }
}
