package org.broadsheet.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement and the values for its names, bound without JDBI: there, finding out how to bind a value costs more than the
 * database's work with it. For what every poll and every entry does; JDBI is for all the rest.
 *
 * <p>Texts lose NUL, times become what {@link Times} says, constants their names. For one thread.
 */
abstract class Bound<S extends Bound<S>> {
    /** A parameter for {@code = any(:name)}. */
    private record Elements(String type, List<?> values) {}

    /** Where nothing was bound yet. */
    private static final Object UNBOUND = new Object();

    final NamedSql sql;

    @Nullable
    Object[] values;

    Bound(String sql) {
        this.sql = NamedSql.of(sql);
        this.values = unbound(this.sql);
    }

    static @Nullable Object[] unbound(NamedSql sql) {
        @Nullable Object[] values = new Object[sql.parameters()];
        Arrays.fill(values, UNBOUND);
        return values;
    }

    abstract S self();

    private S put(String name, @Nullable Object value) {
        sql.put(values, name, value);
        return self();
    }

    S bind(String name, @Nullable String text) {
        return put(name, text == null ? null : TextArgument.withoutNul(text));
    }

    S bind(String name, @Nullable Instant time) {
        return put(name, time == null ? null : Times.stored(time));
    }

    S bind(String name, @Nullable Enum<?> constant) {
        return put(name, constant == null ? null : constant.name());
    }

    /** A number that fits its column. */
    S bind(String name, @Nullable Number number) {
        return put(name, number);
    }

    S bind(String name, @Nullable Boolean truth) {
        return put(name, truth);
    }

    S bind(String name, byte[] bytes) {
        return put(name, bytes);
    }

    S bindIds(String name, Collection<Long> ids) {
        return put(name, new Elements("bigint", Ids.notEmpty(ids)));
    }

    S bindTexts(String name, Collection<String> texts) {
        return put(
                name,
                new Elements(
                        "varchar", texts.stream().map(TextArgument::withoutNul).toList()));
    }

    /** Throws IllegalStateException when a name was not bound: null, too, has to be said. */
    void set(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value == UNBOUND) {
                throw new IllegalStateException("Value " + (i + 1) + " was not bound in " + sql.jdbc());
            }
            if (value instanceof Elements elements) {
                Connection connection = statement.getConnection();
                statement.setArray(i + 1, connection.createArrayOf(elements.type, elements.values.toArray()));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }
}
