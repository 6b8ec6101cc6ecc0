package org.broadsheet.cli;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.broadsheet.api.websub.HubResource;
import org.broadsheet.api.websub.NoHub;
import org.broadsheet.config.Config;
import org.broadsheet.reading.hub.Hub;
import org.broadsheet.reading.hub.HubCounts;
import org.broadsheet.reading.hub.Topics;
import org.broadsheet.server.Access;
import org.broadsheet.server.Routes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our own WebSub hub, or why there is none, and the hubs that feeds name.
 *
 * @param base where the world reaches us; empty for no hub
 * @param whyNot a sentence, empty where there is one
 * @param others hubs that feeds name instead of ours, because they are told of changes; empty for none
 */
record OwnHub(Optional<URI> base, String whyNot, List<URI> others) {
    private static final Logger LOG = LoggerFactory.getLogger(OwnHub.class);

    static OwnHub of(Config config) {
        Optional<URI> base = config.server().baseUrl();
        List<URI> others = base.isPresent() ? config.hub().ping() : List.of();
        if (!config.hub().enabled()) {
            return new OwnHub(Optional.empty(), "hub.enabled is false.", others);
        }
        return new OwnHub(
                base,
                base.isPresent() ? "" : "server.base-url is not set, so that streams have no address for others.",
                others);
    }

    /** By which feeds name it; none where there is none. */
    List<URI> addresses() {
        if (!others.isEmpty()) {
            return others;
        }
        return base.map(here -> URI.create(here + "/hub")).stream().toList();
    }

    /** What answers at {@code /hub}; a hub that there is works from now on. */
    Routes routes(Node node, Topics topics, Access access, MeterRegistry meters) {
        if (base.isEmpty()) {
            LOG.info("No WebSub hub here: {}", whyNot);
            return new NoHub(whyNot);
        }
        Hub hub = node.hub(base.get(), topics);
        measure(hub, meters);
        hub.start();
        return new HubResource(access, hub);
    }

    /** From now on the hubs of others are told of changes. */
    void startPings(Node node, Topics topics) {
        others.forEach(hub -> node.pings(hub, topics).start());
    }

    private static void measure(Hub hub, MeterRegistry meters) {
        Gauge.builder("broadsheet.hub.subscribers", hub, Hub::subscribers)
                .description("Subscriptions whose lease runs.")
                .register(meters);
        HubCounts counts = hub.counts();
        count("confirmed", "Requests that their callbacks confirmed.", counts.confirmed(), meters);
        count("unconfirmed", "Requests that their callbacks did not confirm.", counts.unconfirmed(), meters);
        count("delivered", "News that were acknowledged.", counts.delivered(), meters);
        count("failed", "News that were not acknowledged.", counts.failed(), meters);
        count("dropped", "Subscriptions that ended before their lease.", counts.dropped(), meters);
    }

    private static void count(String name, String what, LongAdder counter, MeterRegistry meters) {
        FunctionCounter.builder("broadsheet.hub." + name, counter, LongAdder::doubleValue)
                .description(what)
                .register(meters);
    }
}
