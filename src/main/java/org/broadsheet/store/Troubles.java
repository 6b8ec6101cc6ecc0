package org.broadsheet.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Says in one sentence what a database error means to the operator. */
final class Troubles {
    /** H2: the file is open in another process (90020), or the lock could not be taken. */
    private static final int ALREADY_OPEN = 90020;

    /** H2: the file may be read only. */
    private static final int READ_ONLY = 90097;

    private static final Pattern LOST = Pattern.compile("08...|57P0[123]");

    private Troubles() {}

    static StoreUnavailable whileOpening(String url, RuntimeException error) {
        return error instanceof StoreUnavailable known ? known : new StoreUnavailable(sentence(url, error), error);
    }

    /** Whether nothing more can be written, so that going on would only refuse one change after the other. */
    static boolean isFatal(Throwable error) {
        return isDiskFull(error) || isClosed(error);
    }

    /** PostgreSQL: 08 the connection is broken, 57P01 to 57P03 the server stops, has crashed or is starting. */
    static boolean isLost(Throwable error) {
        return has(
                error,
                e -> e instanceof SQLException sql
                        && LOST.matcher(String.valueOf(sql.getSQLState())).matches());
    }

    static StoreUnavailable whileWriting(Throwable error) {
        String what = isDiskFull(error)
                ? "The disk is full: nothing more can be stored. Free some space and start again; what was acknowledged is kept."
                : "The database does not take changes any more: " + reason(error);
        return new StoreUnavailable(what, error);
    }

    private static String sentence(String url, Throwable error) {
        String where =
                url.replaceFirst(";.*", "").replaceFirst("^jdbc:h2:file:", "").replaceFirst("[?].*", "");
        if (has(error, e -> e instanceof SQLException sql && sql.getErrorCode() == ALREADY_OPEN)) {
            return "The store " + where
                    + " is in use by another Broadsheet; stop that one or set data.dir to another folder.";
        }
        if (isDiskFull(error)) {
            return "The disk that holds " + where + " is full; free some space and start again.";
        }
        if (has(error, e -> e instanceof SQLException sql && sql.getErrorCode() == READ_ONLY)) {
            return "The store " + where + " may not be written; check who owns it, and its permissions.";
        }
        return "The store " + where + " cannot be opened: " + reason(error);
    }

    static String reason(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return message.replaceAll("\\s+", " ").strip();
    }

    private static boolean isDiskFull(Throwable error) {
        return has(error, e -> e instanceof IOException && mentions(e, "no space left"))
                || has(error, e -> e instanceof SQLException sql && "53100".equals(sql.getSQLState()))
                || has(error, e -> mentions(e, "no space left on device") || mentions(e, "not enough space"));
    }

    private static boolean isClosed(Throwable error) {
        // H2: 90098 the database has been closed, 90028 and 90030 the file is damaged, 90031 an I/O error, 90121 it was
        // closed.
        return has(
                error,
                e -> e instanceof SQLException sql
                        && (sql.getErrorCode() == 90098
                                || sql.getErrorCode() == 90028
                                || sql.getErrorCode() == 90030
                                || sql.getErrorCode() == 90031
                                || sql.getErrorCode() == 90121));
    }

    private static boolean mentions(Throwable error, String words) {
        return Optional.ofNullable(error.getMessage())
                .map(message -> message.toLowerCase(Locale.ROOT).contains(words))
                .orElse(false);
    }

    private static boolean has(Throwable error, Predicate<Throwable> what) {
        for (Throwable e = error; e != null; e = e.getCause() == e ? null : e.getCause()) {
            if (what.test(e)) {
                return true;
            }
        }
        return false;
    }
}
