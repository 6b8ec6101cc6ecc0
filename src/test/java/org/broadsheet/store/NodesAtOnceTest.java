package org.broadsheet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.FolderPath;
import org.broadsheet.reading.ImportReport;
import org.broadsheet.reading.TestStore;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Two nodes that start at the same moment on one empty database. */
class NodesAtOnceTest {
    private static final String FEED = "https://a.example/feed";
    private static final String LIST = """
            <opml version="2.0"><body><outline text="World"><outline type="rss" text="A" xmlUrl="%s"/></outline></body></opml>
            """.formatted(FEED);

    @Test
    void a_list_that_another_node_is_taking_in_is_taken_in_once() {
        try (TestStore store = TestStore.on(TestDatabase.POSTGRESQL);
                Handle other = store.database.jdbi().open()) {
            other.begin();
            store.subscriptionTable.subscribe(
                    other, store.account, FEED, FolderPath.parse("World"), null, store.clock.instant());
            CompletableFuture<ImportReport> list = CompletableFuture.supplyAsync(
                    () -> store.outlines.importOpml(store.account, LIST.getBytes(StandardCharsets.UTF_8)));
            awaitOneThatWaits(store.database);
            other.commit();

            assertThat(list.join().unusable()).isNull();
            assertThat(store.subscribing.feeds(store.account)).hasSize(1);
            assertThat(store.subscribing.folders(store.account)).hasSize(1);
        }
    }

    @Test
    void an_account_that_another_node_is_making_is_made_once() {
        try (Database database = Database.open(TestDatabase.POSTGRESQL.fresh());
                Writer writer = new Writer(database);
                Handle other = database.jdbi().open()) {
            other.begin();
            other.execute(
                    "insert into account (name, role, settings, created_at) values ('local', 'OWNER', '{}', now())");
            CompletableFuture<AccountId> account =
                    CompletableFuture.supplyAsync(() -> new AccountTable(database).local(writer, TestStore.NOON));
            awaitOneThatWaits(database);
            other.commit();

            assertThat(account.join()).isEqualTo(new AccountTable(database).local(writer, TestStore.NOON));
        }
    }

    private static void awaitOneThatWaits(Database database) {
        String waiting = "select count(*) from pg_stat_activity"
                + " where datname = current_database() and wait_event_type = 'Lock'";
        while (database.jdbi()
                        .withHandle(handle ->
                                handle.createQuery(waiting).mapTo(Integer.class).one())
                == 0) {
            Thread.onSpinWait();
        }
    }
}
