package org.broadsheet.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.broadsheet.model.HubLease;
import org.broadsheet.store.HubTable;
import org.broadsheet.store.Writer;
import org.broadsheet.text.HubSignature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What WebSub hubs tell us. An announcement is a hint only: the feed is asked soon, by the poller and under all its rules,
 * so nobody can put an entry into a feed by knowing a callback address. Thread-safe.
 */
public final class Pushes {
    private static final Logger LOG = LoggerFactory.getLogger(Pushes.class);

    private static final Duration SHORTEST_RENEWAL = Duration.ofHours(1);
    private static final Duration AFTER_DENIAL = Duration.ofDays(7);

    private final Writer writer;
    private final HubTable hubs;
    private final InstantSource clock;

    public Pushes(Writer writer, HubTable hubs, InstantSource clock) {
        this.writer = writer;
        this.hubs = hubs;
        this.clock = clock;
    }

    /** The subscription that a callback address stands for; empty when there is none, or nobody follows its feed any more. */
    public Optional<HubLease> find(String token) {
        return hubs.find(token);
    }

    /**
     * A hub makes sure that we want what we asked for (WebSub §5.3); it announces from now on.
     *
     * @param lease how long it will; asked again after half of it
     * @return false when the topic is not the one we asked for, or the feed names another hub or topic by now
     */
    public boolean confirm(HubLease subscription, String topic, Duration lease) {
        if (!topic.equals(subscription.topic())) {
            return false;
        }
        Instant now = clock.instant();
        Duration kept = lease.compareTo(HubTable.LONGEST_LEASE) > 0 ? HubTable.LONGEST_LEASE : lease;
        Duration half = kept.dividedBy(2);
        Duration renewal = half.compareTo(SHORTEST_RENEWAL) < 0 ? SHORTEST_RENEWAL : half;
        return writer.write(handle -> hubs.confirm(handle, subscription, now.plus(kept), now.plus(renewal)));
    }

    /** A hub refuses (WebSub §5.2); the feed goes by its rhythm, and the hub is asked again in a week. */
    public void deny(HubLease subscription, String topic) {
        if (!topic.equals(subscription.topic())) {
            return;
        }
        LOG.info("{} refuses to announce {}.", subscription.hub(), subscription.topic());
        writer.write(handle -> {
            hubs.deny(handle, subscription, clock.instant().plus(AFTER_DENIAL));
            return true;
        });
    }

    /**
     * A hub announces news (WebSub §7).
     *
     * @param signature the X-Hub-Signature, "" when there was none; where it does not hold, nothing happens
     */
    public void announce(HubLease subscription, String signature, byte[] body) {
        if (!HubSignature.holds(signature, subscription.secret(), body)) {
            LOG.info("An announcement of {} was not signed with our secret and is ignored.", subscription.topic());
            return;
        }
        writer.write(handle -> {
            hubs.announce(handle, subscription, clock.instant());
            return true;
        });
    }
}
