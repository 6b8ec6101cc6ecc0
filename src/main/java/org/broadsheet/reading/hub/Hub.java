package org.broadsheet.reading.hub;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.broadsheet.config.Config;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.HubRequest;
import org.broadsheet.model.Listening;
import org.broadsheet.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our own WebSub hub (https://www.w3.org/TR/websub/): takes subscriptions to the streams that are published here, and sends
 * each subscriber what changed since it last acknowledged something. Thread-safe.
 */
public final class Hub implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);

    private final HubTables tables;
    private final HubDoor door;
    private final HubDesk desk;
    private final HubPool pool;
    private final HubRounds rounds;
    private final HubCounts counts = new HubCounts();
    private final InstantSource clock;
    private final Loop loop = new Loop("hub", this::round);
    private final Listening listening;

    /**
     * Builds it; nothing is sent until it is started.
     *
     * @param address of the hub itself, as feeds name it
     * @param door closed with the hub
     */
    public Hub(URI address, Topics topics, HubTables tables, HubDoor door, Terms terms) {
        this.tables = tables;
        this.door = door;
        this.clock = terms.clock();
        this.desk = new HubDesk(topics, tables, door, terms.limits(), clock);
        this.pool = new HubPool(terms.limits().concurrency(), loop::wake);
        Verifying verifying = new Verifying(topics, tables, door, counts, clock);
        Delivering delivering = new Delivering(new Sender(address, door), topics, tables, counts, clock);
        this.rounds = new HubRounds(
                topics,
                tables,
                door,
                pool,
                new HubRounds.Work(verifying, delivering, new GoneStreams(topics, tables, counts), clock));
        this.listening = tables.writer().listen(change -> {
            rounds.hear();
            loop.wake();
        });
    }

    /** How many it serves, and the time. */
    public record Terms(Config.Hub limits, InstantSource clock) {}

    /** Takes a request, which its callback is asked to confirm soon; or says why it does not. */
    public Optional<Refusal> take(AccountId account, HubRequest request) {
        Optional<Refusal> refusal = desk.take(account, request);
        loop.wake();
        return refusal;
    }

    /** What it has done since it was started. */
    public HubCounts counts() {
        return counts;
    }

    /** How many subscriptions run now. */
    public long subscribers() {
        return tables.subscribers().count(clock.instant());
    }

    /** Starts sending in the background, also what was left from before. */
    public void start() {
        loop.start();
    }

    /** Starts what is due, and says what that is; the loop's own, and for tests that have no loop. */
    List<CompletableFuture<Void>> round() {
        try {
            return rounds.round();
        } catch (RuntimeException e) {
            rounds.hear(); // what it had heard may not have been done
            if (!StoreUnavailable.isBehind(e)) {
                LOG.warn("The hub stumbled and goes on: {}", e.toString());
            }
            return List.of();
        }
    }

    /** Cuts off what is under way, which is taken up again after a restart. */
    @Override
    public void close() {
        listening.close();
        loop.close();
        door.close();
        pool.close();
    }
}
