package org.broadsheet.reading.hub;

import java.time.InstantSource;
import java.util.Optional;
import org.broadsheet.config.Config;
import org.broadsheet.ingest.fetch.AddressGuard;
import org.broadsheet.ingest.fetch.HostKey;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.HubRequest;
import org.broadsheet.reading.hub.Refusal.Why;
import org.broadsheet.store.HubRequestTable.Asked;
import org.broadsheet.store.HubSubscriberTable.Crowd;

/** Takes requests to the hub, or says why not. What it takes is kept before this is told. Thread-safe. */
final class HubDesk {
    private final Topics topics;
    private final HubTables tables;
    private final AddressGuard guard;
    private final Doubts doubts;
    private final Config.Hub limits;
    private final InstantSource clock;

    HubDesk(Topics topics, HubTables tables, HubDoor door, Config.Hub limits, InstantSource clock) {
        this.topics = topics;
        this.tables = tables;
        this.guard = door.guard();
        this.doubts = door.doubts();
        this.limits = limits;
        this.clock = clock;
    }

    /** Empty when it is taken: its callback will be asked soon. */
    Optional<Refusal> take(AccountId account, HubRequest request) {
        Optional<Topics.Topic> topic = topics.find(account, request.topic());
        boolean subscribing = request.mode() == HubRequest.Mode.SUBSCRIBE;
        if (topic.isEmpty() && subscribing) {
            return refuse(
                    Why.UNKNOWN_TOPIC,
                    "hub.topic is no stream that this server announces; take the address that one"
                            + " of its feeds gives as rel=self.");
        }
        Optional<String> blocked = guard.refusal(request.callback());
        if (blocked.isPresent()) {
            return refuse(Why.BLOCKED_CALLBACK, "hub.callback cannot be used. " + blocked.get());
        }
        String host = HostKey.of(request.callback().getHost());
        Asked asked = new Asked(topic.map(Topics.Topic::newest).orElse(0L), clock.instant());
        return keep(account, request, host, asked);
    }

    private Optional<Refusal> keep(AccountId account, HubRequest request, String host, Asked asked) {
        return tables.writer().write(handle -> {
            Crowd crowd = tables.subscribers().crowd(handle, account, request, host, asked.at());
            Optional<Refusal> refusal = judge(request, host, crowd);
            if (refusal.isEmpty()) {
                tables.requests().put(handle, account, request, host, asked);
            }
            return refusal;
        });
    }

    private Optional<Refusal> judge(HubRequest request, String host, Crowd crowd) {
        if (request.mode() == HubRequest.Mode.UNSUBSCRIBE && !crowd.same()) {
            return refuse(Why.NO_SUBSCRIPTION, "There is no subscription of this hub.callback to this hub.topic.");
        }
        // Who has confirmed once is doubted for himself alone: nobody can keep him from renewing through his
        // neighbours.
        if (doubts.areTooMany(crowd.confirmed() ? request.callback().toString() : host)) {
            return refuse(
                    Why.TOO_MANY_THERE,
                    "Too many requests for callbacks at " + host
                            + " were not confirmed there; try again in ten minutes.");
        }
        if (crowd.same()) {
            return Optional.empty();
        }
        if (crowd.there() >= limits.perHost()) {
            return refuse(
                    Why.TOO_MANY_THERE,
                    "There are " + crowd.there() + " subscriptions of " + host
                            + " already, and no more are taken; end some first.");
        }
        return crowd.everybody() >= limits.subscribers()
                ? refuse(Why.FULL, "This hub has as many subscriptions as it takes; try again later.")
                : Optional.empty();
    }

    private static Optional<Refusal> refuse(Why why, String sentence) {
        return Optional.of(new Refusal(why, sentence));
    }
}
