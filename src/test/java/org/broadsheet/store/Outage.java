package org.broadsheet.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.broadsheet.config.Config;

/** A PostgreSQL that has ended all connections to one database and takes no new ones until this is closed. */
public final class Outage implements AutoCloseable {
    private final Config.Data place;
    private final String name;

    public Outage(Config.Data place) {
        this.place = place;
        this.name = url().replaceFirst(".*/", "");
        run("alter database " + name + " allow_connections false");
        run("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    private String url() {
        return place.databaseUrl().orElseThrow();
    }

    private void run(String sql) {
        try (Connection connection = DriverManager.getConnection(
                        url().replaceFirst("/[^/]+$", "/postgres"), place.databaseUser(), place.databasePassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        run("alter database " + name + " allow_connections true");
    }
}
