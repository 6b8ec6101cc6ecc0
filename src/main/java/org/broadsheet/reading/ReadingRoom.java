package org.broadsheet.reading;

/** All that people do here, for the surfaces that let them. Thread-safe. */
public record ReadingRoom(
        Accounts accounts,
        Shelves shelves,
        Headlines headlines,
        Subscribing subscribing,
        Outlines outlines,
        Marking marking,
        Labelling labelling,
        BulkMarking bulkMarking,
        Rounds rounds,
        Politeness politeness,
        Statistics statistics,
        Live live,
        Publishing publishing,
        PrivateAddresses privateAddresses) {}
