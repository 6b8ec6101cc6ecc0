package org.broadsheet.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadsheet.config.Config;
import org.jspecify.annotations.Nullable;

/** A fresh, empty, real database of either kind. */
public enum TestDatabase {
    H2 {
        @Override
        public Config.Data fresh() {
            try {
                Path dir = Files.createTempDirectory("broadsheet-h2");
                return new Config.Data(dir, Optional.empty(), "", "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    POSTGRESQL {
        @Override
        public Config.Data fresh() {
            String name = "t" + COUNT.incrementAndGet();
            EmbeddedPostgres server = Server.running();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
            String url = server.getJdbcUrl("postgres", name).replaceFirst("\\?.*", "");
            return new Config.Data(Path.of("unused"), Optional.of(url), "postgres", "postgres");
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Where a new, empty database is. */
    public abstract Config.Data fresh();

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One PostgreSQL for the whole test run, started when the first test wants it. */
    private static final class Server {
        private static @Nullable EmbeddedPostgres server;

        static synchronized EmbeddedPostgres running() {
            try {
                if (server == null) {
                    server = EmbeddedPostgres.builder().start();
                    EmbeddedPostgres started = server;
                    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                        try {
                            started.close();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }));
                }
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
