package org.broadsheet.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.broadsheet.config.Config;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open database: H2 in the data folder, or PostgreSQL by its URL.
 *
 * <p>H2 runs exactly as measured safe against {@code kill -9}: version 2.4.240, WRITE_DELAY=0, an ordered SHUTDOWN
 * (docs/decisions/0001-h2-pinned.md). Thread-safe.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int CONNECTIONS = 10;

    /** For a connection. A server that restarts is back by then. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** In which the file is put in order. H2's own way of doing it makes the file longer when its time is over too early. */
    private static final Duration LONGEST_CLOSING = Duration.ofSeconds(3);

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final String url;
    private final boolean embedded;

    private Database(HikariDataSource pool, String url, boolean embedded) {
        this.pool = pool;
        this.url = url;
        this.jdbi = Times.install(Jdbi.create(pool)).registerArgument(new TextArgument());
        this.embedded = embedded;
    }

    /** Opens the database, brings its tables up to date and frees what a killed process had claimed. */
    public static Database open(Config.Data data) {
        return data.databaseUrl().isPresent()
                ? onServer(data.databaseUrl().get(), data.databaseUser(), data.databasePassword())
                : inFolder(data.dir());
    }

    private static Database onServer(String url, String user, String password) {
        Database database = connect(url, user, password, false);
        database.migrate();
        return database;
    }

    private static Database inFolder(Path dir) {
        try {
            Files.createDirectories(dir);
            Database database = upToDate(new StoreFile(dir), StoreFile.url(dir));
            database.freeClaims();
            return database;
        } catch (IOException e) {
            throw new StoreUnavailable(
                    "The store cannot be made in " + dir + "; check data.dir, permissions and free space.", e);
        }
    }

    private static Database upToDate(StoreFile file, String url) throws IOException {
        if (!file.exists()) {
            file.tidyUp();
            file.replaceBy(migrated(file.next()));
        }
        Database old = connect(url, "sa", "", true);
        if (old.opening(() -> Migrations.areDone(old.jdbi))) {
            return old;
        }
        Path next;
        try (old) { // which keeps others from the file meanwhile
            file.tidyUp();
            next = migrated(file.next());
        }
        file.replaceBy(next);
        return connect(url, "sa", "", true);
    }

    private static Path migrated(Path next) {
        try (Database database = connect(StoreFile.url(next), "sa", "", true)) {
            database.migrate();
        }
        return next;
    }

    private static Database connect(String url, String user, String password, boolean embedded) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setPoolName("store");
        config.setInitializationFailTimeout(1);
        config.setConnectionTimeout(LONGEST_WAIT.toMillis());
        try {
            return new Database(new HikariDataSource(config), url, embedded);
        } catch (RuntimeException e) {
            throw Troubles.whileOpening(url, e);
        }
    }

    private void migrate() {
        boolean unused = opening(() -> {
            if (!Migrations.areDone(jdbi)) {
                runMigrations();
            }
            return true;
        });
    }

    /** Nobody else can hold a claim on what is in a file: this process has it to itself. */
    private void freeClaims() {
        int unused = opening(() -> jdbi.withHandle(handle -> handle.execute("delete from feed_claim")));
    }

    private <T> T opening(Supplier<T> step) {
        try {
            return step.get();
        } catch (RuntimeException e) {
            pool.close();
            throw Troubles.whileOpening(url, e);
        }
    }

    private void runMigrations() throws FlywayException {
        Flyway.configure()
                .dataSource(pool)
                .locations(new String[0])
                .resourceProvider(new Migrations())
                .javaMigrationClassProvider(List::of)
                .load()
                .migrate();
    }

    /**
     * Copies what little is left in old pieces of the file together, so that their room can be used again; whether there
     * may be more to do. H2 does this by itself only when it writes with a delay, which loses commits.
     */
    boolean tidy() {
        return embedded && FileTidying.step(jdbi);
    }

    Jdbi jdbi() {
        return jdbi;
    }

    /** Whether it is the H2 of the data folder. */
    public boolean isEmbedded() {
        return embedded;
    }

    /** Whether a simple query is answered. */
    public boolean answers() {
        try {
            return jdbi.withHandle(handle ->
                            handle.select("select 1").mapTo(Integer.class).one())
                    == 1;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Closes in order, so that H2 leaves a file that opens at once. */
    @Override
    public void close() {
        if (embedded) {
            try (Connection connection = pool.getConnection();
                    Statement last = connection.createStatement()) {
                finishTidying(connection);
                last.execute("shutdown");
            } catch (SQLException e) {
                // It was closed before us, by an error that has been reported where it happened.
            }
        }
        pool.close();
    }

    private static void finishTidying(Connection connection) {
        try {
            FileTidying.finish(connection, LONGEST_CLOSING);
        } catch (RuntimeException e) {
            LOG.warn("The store's file could not be put in order and is closed as it is: {}", e.getMessage());
        }
    }
}
