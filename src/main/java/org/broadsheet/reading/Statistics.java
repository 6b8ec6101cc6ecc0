package org.broadsheet.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.LastPoll.Outcome;
import org.broadsheet.model.Published;
import org.broadsheet.store.StatisticsTable;

/** What the account's feeds published, and how asking them went. Thread-safe; reads only. */
public final class Statistics {
    private final StatisticsTable table;
    private final InstantSource clock;

    public Statistics(StatisticsTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    /** How many entries each feed published in which hour, for so long; in no order, hours without any are missing. */
    public List<Published> published(AccountId account, Duration past) {
        return table.published(account, null, since(past));
    }

    /** The same for one feed; none when the account does not follow it. */
    public List<Published> published(AccountId account, FeedId feed, Duration past) {
        return table.published(account, feed, since(past));
    }

    /** How polls went for so long; outcomes that did not occur are missing. */
    public Map<Outcome, Long> polls(AccountId account, Duration past) {
        return table.polls(account, since(past));
    }

    private Instant since(Duration past) {
        return clock.instant().minus(past);
    }
}
