package org.broadsheet.reading;

import java.util.Optional;

/** All that people do here, for the surfaces that let them. Thread-safe. */
public record ReadingRoom(
        Accounts accounts,
        Shelves shelves,
        Headlines headlines,
        Subscribing subscribing,
        Outlines outlines,
        Imports imports,
        Optional<FollowedList> followedList,
        Marking marking,
        Labelling labelling,
        BulkMarking bulkMarking,
        Rounds rounds,
        Politeness politeness,
        Statistics statistics,
        Live live,
        Publishing publishing,
        PrivateAddresses privateAddresses) {}
