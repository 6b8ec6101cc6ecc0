package org.broadsheet.reading.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.broadsheet.model.HubTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the subscriptions to streams that have been gone for an hour: not at once, because a folder that is made again and a
 * server that was started with a wrong address come back. For one thread; counts anew when the process starts.
 */
final class GoneStreams {
    private static final Logger LOG = LoggerFactory.getLogger(GoneStreams.class);
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Topics topics;
    private final HubTables tables;
    private final HubCounts counts;
    private final Map<Long, Instant> goneSince = new HashMap<>();

    GoneStreams(Topics topics, HubTables tables, HubCounts counts) {
        this.topics = topics;
        this.tables = tables;
        this.counts = counts;
    }

    void sweep(Instant now) {
        Map<Long, Instant> before = Map.copyOf(goneSince);
        goneSince.clear();
        for (HubTopic topic : tables.topics().all()) {
            if (topics.find(topic.account(), topic.address()).isEmpty()) {
                Instant since = before.getOrDefault(topic.id(), now);
                goneSince.put(topic.id(), since);
                if (!since.plus(PATIENCE).isAfter(now)) {
                    deny(topic, now);
                }
            }
        }
    }

    private void deny(HubTopic topic, Instant now) {
        int ended = tables.writer().write(handle -> tables.subscribers().deny(handle, topic.id(), now));
        if (ended > 0) {
            counts.dropped().add(ended);
            LOG.info("{} subscriptions to {} end: the stream is gone.", ended, topic.address());
        }
    }
}
