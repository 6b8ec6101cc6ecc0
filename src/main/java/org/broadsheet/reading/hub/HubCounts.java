package org.broadsheet.reading.hub;

import java.util.concurrent.atomic.LongAdder;

/** What the hub has done since it was started, for the metrics. Thread-safe. */
public record HubCounts(
        LongAdder confirmed, LongAdder unconfirmed, LongAdder delivered, LongAdder failed, LongAdder dropped) {
    HubCounts() {
        this(new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder());
    }
}
