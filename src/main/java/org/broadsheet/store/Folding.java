package org.broadsheet.store;

/**
 * The conditions, as SQL, by which entries that repeat each other are shown once.
 *
 * <p>A repetition points to the first entry of its group. Whatever is in the stream, its earliest entry of a group is
 * shown; one that the account keeps apart counts as an entry of its own. All take {@code :account}.
 */
final class Folding {
    /** Whether the account keeps entry {e} apart. */
    private static final String APART = """
            exists (select 1 from entry_state k where k.account_id = :account and k.entry_id = {e}.id and k.apart)""";

    // Two halves instead of an "or", so that each finds its rows through an index.
    private static final String SHOWN = """
            (e.duplicate_of is null or {apart e}
             or (not exists (select 1 from entry p
                              where p.id = e.duplicate_of and p.deleted_at is null and not {apart p} {in p})
                 and not exists (select 1 from entry p
                                  where p.duplicate_of = e.duplicate_of and p.id < e.id and p.deleted_at is null
                                    and not {apart p} {in p})))""";

    private Folding() {}

    /**
     * Whether entry {@code e} is the one of its group that is shown.
     *
     * @param scope the condition that an entry called {e} is in the stream, beginning with "and"
     */
    static String shown(String scope) {
        return SHOWN.replace("{apart e}", apart("e"))
                .replace("{apart p}", apart("p"))
                .replace("{in p}", scope.replace("{e}", "p"));
    }

    /** The same for those who read without an account: nobody's choice to keep entries apart counts. */
    static String shownToAll(String scope) {
        return SHOWN.replace(" or {apart e}", "")
                .replace(" and not {apart p}", "")
                .replace("{in p}", scope.replace("{e}", "p"));
    }

    static String apart(String entry) {
        return APART.strip().replace("{e}", entry);
    }
}
