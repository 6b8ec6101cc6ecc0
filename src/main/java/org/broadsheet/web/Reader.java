package org.broadsheet.web;

import java.util.List;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.Preferences;
import org.broadsheet.reading.Shelf;

/** For whom a page is made. */
record Reader(AccountId account, Shelf shelf, Preferences preferences, Texts texts) {
    /** Somebody of whom nothing is known but the language. */
    static Reader nobody(Texts texts) {
        return new Reader(new AccountId(0), new Shelf(List.of(), List.of(), List.of()), Preferences.USUAL, texts);
    }
}
