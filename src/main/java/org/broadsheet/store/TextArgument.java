package org.broadsheet.store;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Texts without NUL, which PostgreSQL cannot hold; what comes from a request may have it in any field. */
final class TextArgument extends AbstractArgumentFactory<String> {
    TextArgument() {
        super(Types.VARCHAR);
    }

    @Override
    protected Argument build(String value, ConfigRegistry config) {
        String text = withoutNul(value);
        return (position, statement, context) -> statement.setString(position, text);
    }

    static String withoutNul(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }
}
