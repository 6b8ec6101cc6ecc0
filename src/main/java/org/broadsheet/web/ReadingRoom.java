package org.broadsheet.web;

import org.broadsheet.model.AccountId;
import org.broadsheet.reading.Headlines;
import org.broadsheet.reading.Live;
import org.broadsheet.reading.Marking;
import org.broadsheet.reading.Outlines;
import org.broadsheet.reading.Politeness;
import org.broadsheet.reading.Rounds;
import org.broadsheet.reading.Subscribing;

/** All that the pages ask and do. */
public record ReadingRoom(
        Headlines headlines,
        Subscribing subscribing,
        Outlines outlines,
        Marking marking,
        Rounds rounds,
        Politeness politeness,
        Live live) {
    Shelf shelf(AccountId account) {
        return new Shelf(subscribing.feeds(account), subscribing.folders(account));
    }
}
