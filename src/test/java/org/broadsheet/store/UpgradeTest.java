package org.broadsheet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.broadsheet.config.Config;
import org.broadsheet.model.DueFeed;
import org.flywaydb.core.Flyway;

class UpgradeTest {
    private static final String ROUND = """
            insert into poll_round (requested_at, total, changed, unchanged, failed, skipped, new_entries)
            values (now(), 1, 0, 0, 0, 0, 0)""";

    private static final String FEED = """
            insert into feed (url, host, settings, created_at, status, next_poll_at, poll_interval_ms, failures,
                              moved_sightings, identity_rule, entries, polls, round_id, claimed_until)
            values ('https://a.example/feed', 'a.example', '{}', now(), 'NEW', null, 0, 0, 0, 'GUID', 0, 0, 1, now())""";

    private static final String ACCOUNT =
            "insert into account (name, role, settings, created_at) values ('reader', 'USER', '{}', now())";

    private static final String SUBSCRIPTION = """
            insert into subscription (account_id, feed_id, position, settings, read_up_to, created_at)
            values (1, 1, 0, '{}', 0, now())""";

    /** What the release before 15 left in the middle of a round. */
    @OnBothDatabases
    void a_round_under_way_goes_on_after_the_upgrade_to_claims_of_their_own(TestDatabase kind) throws SQLException {
        Config.Data place = kind.fresh();
        String url = place.databaseUrl().orElse("jdbc:h2:file:" + place.dir().resolve("broadsheet"));
        String user = place.databaseUrl().isPresent() ? place.databaseUser() : "sa";
        Flyway.configure()
                .dataSource(url, user, place.databasePassword())
                .locations(new String[0])
                .resourceProvider(new Migrations())
                .javaMigrationClassProvider(List::of)
                .target("14")
                .load()
                .migrate();
        try (Connection old = DriverManager.getConnection(url, user, place.databasePassword())) {
            for (String sql : List.of(ROUND, FEED, ACCOUNT, SUBSCRIPTION)) {
                old.createStatement().execute(sql);
            }
        }
        try (Database database = Database.open(place);
                Writer writer = new Writer(database)) {
            FeedTable feeds = new FeedTable(database);
            List<DueFeed> claimed =
                    writer.write(handle -> feeds.claim(handle, false, 10, Instant.now(), Duration.ofMinutes(1)));
            assertThat(claimed).extracting(DueFeed::round).containsExactly(1L);
        }
    }
}
