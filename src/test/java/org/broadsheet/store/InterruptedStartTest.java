package org.broadsheet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.config.Config;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class InterruptedStartTest {
    @Test
    void what_a_killed_start_left_unfinished_is_in_nobodys_way() throws IOException, SQLException {
        Config.Data place = TestDatabase.H2.fresh();
        Path unfinished = Files.createDirectories(place.dir().resolve("being-made-1"));
        try (Connection half = connect(unfinished)) {
            half.createStatement().execute("create table change_counter (id int)");
        }

        Database.open(place).close();

        try (Stream<Path> left = Files.list(place.dir())) {
            assertThat(left.map(file -> file.getFileName().toString())).containsExactly("broadsheet.mv.db");
        }
    }

    @Test
    void a_store_is_upgraded_beside_itself_so_that_a_killed_upgrade_leaves_it_as_it_was() throws SQLException {
        Config.Data place = TestDatabase.H2.fresh();
        migrateTo(place.dir(), "14");
        try (Connection old = connect(place.dir())) {
            // What the upgrade makes is there already: it fails in its middle, as if it had been killed.
            old.createStatement().execute("create table feed_claim (id int)");
        }

        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> Database.open(place));

        try (Connection old = connect(place.dir())) {
            old.createStatement().execute("drop table feed_claim");
        }
        Database.open(place).close();
    }

    @Test
    void a_store_of_a_newer_version_is_refused_and_left_alone() throws SQLException {
        Config.Data place = TestDatabase.H2.fresh();
        Database.open(place).close();
        try (Connection newer = connect(place.dir())) {
            newer.createStatement().execute("""
                    insert into "flyway_schema_history"
                      ("installed_rank", "version", "description", "type", "script", "installed_by", "execution_time", "success")
                    values (99, '99', 'later', 'SQL', 'V99__later.sql', 'sa', 1, true)""");
        }

        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> Database.open(place))
                .withMessageContaining("newer Broadsheet")
                .withMessageContaining("V99__later.sql");
    }

    private static void migrateTo(Path folder, String version) {
        Flyway.configure()
                .dataSource("jdbc:h2:file:" + folder.resolve("broadsheet"), "sa", "")
                .locations(new String[0])
                .resourceProvider(new Migrations())
                .javaMigrationClassProvider(List::of)
                .target(version)
                .load()
                .migrate();
    }

    private static Connection connect(Path folder) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("broadsheet"), "sa", "");
    }
}
