package org.broadsheet.store;

/**
 * Whether an entry is read, as SQL over the entry, its subscription and its own state {@code st}, which may be missing.
 *
 * <p>The entry's own mark counts unless a later one passed over the whole feed (V8__bulk_marks.sql).
 */
final class ReadState {
    private static final String IS_READ = """
            case when st."read" is null or ({e}.arrived <= {s}.read_up_to and st.read_mark < {s}.read_mark)
                 then {e}.arrived <= {s}.read_up_to
                 else st."read" end""";

    private ReadState() {}

    static String isRead(String entry, String subscription) {
        return IS_READ.replace("{e}", entry).replace("{s}", subscription);
    }
}
