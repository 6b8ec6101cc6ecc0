package org.broadsheet.web;

import java.util.Set;
import org.broadsheet.model.AccountId;
import org.broadsheet.reading.Headlines;
import org.broadsheet.reading.Live;
import org.broadsheet.reading.Marking;
import org.broadsheet.reading.Outlines;
import org.broadsheet.reading.Politeness;
import org.broadsheet.reading.Rounds;
import org.broadsheet.reading.Subscribing;

/**
 * All that the pages ask and do.
 *
 * @param unverifiedHosts whose certificates the operator lets pass, in lower case
 */
public record ReadingRoom(
        Headlines headlines,
        Subscribing subscribing,
        Outlines outlines,
        Marking marking,
        Rounds rounds,
        Politeness politeness,
        Live live,
        Set<String> unverifiedHosts) {
    Shelf shelf(AccountId account) {
        return new Shelf(subscribing.feeds(account), subscribing.folders(account));
    }
}
