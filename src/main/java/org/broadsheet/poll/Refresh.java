package org.broadsheet.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.broadsheet.ingest.dedupe.Candidate;
import org.broadsheet.ingest.dedupe.Decision;
import org.broadsheet.ingest.dedupe.Dedupe;
import org.broadsheet.ingest.dedupe.Identities;
import org.broadsheet.ingest.fetch.FetchRequest;
import org.broadsheet.ingest.fetch.FetchResult;
import org.broadsheet.ingest.fetch.Fetcher;
import org.broadsheet.ingest.fetch.HostGate;
import org.broadsheet.ingest.fetch.Trace;
import org.broadsheet.ingest.parse.FeedDocument;
import org.broadsheet.ingest.parse.FeedParser;
import org.broadsheet.ingest.parse.ParseResult;
import org.broadsheet.model.DueFeed;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.Failure;
import org.broadsheet.model.KnownEntry;
import org.broadsheet.model.LastPoll;
import org.broadsheet.model.ParsedEntry;
import org.broadsheet.model.ParsedFeed;
import org.broadsheet.poll.schedule.Schedule;
import org.broadsheet.store.StoreUnavailable;
import org.broadsheet.text.FeedAddress;
import org.broadsheet.text.Hashes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one feed the whole way: fetch, parse, clean, dedupe, store.
 *
 * <p>Entries, feed state and next poll time go into one transaction. Thread-safe, as long as no feed is refreshed twice
 * at a time; the claim in the store sees to that.
 */
public final class Refresh {
    private static final Logger LOG = LoggerFactory.getLogger(Refresh.class);
    private static final String NOT_TAKEN_IN =
            "The document was read but could not be stored; the reason is in the log.";

    /** When this was written. */
    private static final Instant SURELY_PAST = Instant.parse("2026-11-01T00:00:00Z");

    private static final FetchResult NO_ADDRESS =
            new FetchResult.Failed(Failure.of(ErrorKind.BLOCKED_SCHEME), new Trace(null, Duration.ZERO, 0));

    private static final String BROKEN_OFF = "Broken off by the end of the program.";

    private final Fetcher fetcher;
    private final RefreshStore store;
    private final Schedule schedule;
    private final HostGate gate;
    private final InstantSource clock;

    /**
     * Waiting for the network takes many threads, reading what came as many as there are cores: more would only take turns,
     * hold more documents in memory, and in a young process keep the JIT from making all of them faster.
     */
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());

    private volatile boolean abandoned;

    public Refresh(Fetcher fetcher, RefreshStore store, Schedule schedule, HostGate gate, InstantSource clock) {
        this.fetcher = fetcher;
        this.store = store;
        this.schedule = schedule;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * Keeps to what hosts have asked of an earlier run. What a clock that ran ahead has put beyond any plan is brought back, or
     * its feeds would not be asked for years; but not by a clock that is behind itself, as those without a battery are at first.
     */
    public void recall() {
        Instant now = clock.instant();
        if (now.isAfter(SURELY_PAST)) {
            store.bringBack(schedule.horizon(now), now);
        }
        heed(now);
    }

    /** Learns which hosts want to be left alone, whichever node they told. */
    void heed(Instant now) {
        store.cooling(now).forEach(gate::cool);
    }

    /**
     * Refreshes a claimed feed up to the commit, which {@link #commit} asks for; then the future completes.
     *
     * @param answered is called when the host has answered and may be asked by others
     */
    public CompletableFuture<LastPoll> run(DueFeed feed, Runnable answered) {
        FetchResult result = fetch(feed, answered);
        Attempt attempt = new Attempt(feed, clock.instant(), result.trace(), schedule);
        if (abandoned) {
            return brokenOff(attempt);
        }
        try {
            return settle(attempt, result).exceptionallyCompose(trouble -> notTakenIn(attempt, trouble));
        } catch (RuntimeException | Error e) { // of the stack or the memory, for a document that is made for it
            return notTakenIn(attempt, e);
        }
    }

    private static CompletableFuture<LastPoll> brokenOff(Attempt attempt) {
        return CompletableFuture.completedFuture(
                attempt.failed(ErrorKind.RESET, BROKEN_OFF, Optional.empty()).poll());
    }

    /** Whether endings wait for {@link #commit}. */
    boolean keeps() {
        return store.keeps();
    }

    /** Whether as many wait as are well written at once. */
    boolean isFull() {
        return store.isFull();
    }

    /** Has everything written that refreshes have kept until now. */
    public void commit() {
        store.write();
    }

    /** Without an ending the feed would be asked again and again, and a round with it would never finish. */
    private CompletableFuture<LastPoll> notTakenIn(Attempt attempt, Throwable trouble) {
        if (trouble instanceof RuntimeException thrown && StoreUnavailable.isBehind(thrown)) {
            return CompletableFuture.failedFuture(trouble);
        }
        LOG.warn(
                "{} could not be taken in.",
                FeedAddress.withoutCredentials(attempt.feed().url()),
                trouble);
        CompletableFuture<LastPoll> saved =
                store.save(attempt.failed(ErrorKind.NOT_A_FEED, NOT_TAKEN_IN, Optional.empty()));
        store.write();
        return saved;
    }

    private FetchResult fetch(DueFeed feed, Runnable answered) {
        try {
            FetchResult result = FeedAddress.uri(feed.url())
                    .map(url -> fetcher.fetch(new FetchRequest(
                            url, feed.validators(), feed.subscribers(), host -> gate.silence(host, clock.instant()))))
                    .orElse(NO_ADDRESS);
            if (result instanceof FetchResult.Throttled throttled) {
                // Before others of this host have their turn.
                throttled
                        .retryAfter()
                        .ifPresent(pause ->
                                gate.cool(throttled.hostKey(), clock.instant().plus(pause)));
            }
            return result;
        } finally {
            answered.run();
        }
    }

    private CompletableFuture<LastPoll> settle(Attempt attempt, FetchResult result) {
        return result.match(
                fetched -> take(attempt, fetched),
                unchanged -> store.save(
                        attempt.unchanged(Answer.of(unchanged, attempt.feed().bodyHash()))),
                throttled -> leaveAlone(attempt, throttled),
                failed -> store.save(attempt.failed(failed.kind(), failed.sentence(), Optional.empty())));
    }

    /** Notes that a claimed feed is not asked now, because its host wants to be left alone until then. */
    public LastPoll skip(DueFeed feed, Instant notBefore) {
        return store.saveSkipped(feed, notBefore, clock.instant());
    }

    /** Breaks running fetches off; nothing of them is stored. */
    void abandon() {
        abandoned = true;
        fetcher.close();
    }

    private CompletableFuture<LastPoll> take(Attempt attempt, FetchResult.Fetched fetched) {
        cores.acquireUninterruptibly();
        try {
            return abandoned ? brokenOff(attempt) : read(attempt, fetched);
        } finally {
            cores.release();
        }
    }

    private CompletableFuture<LastPoll> read(Attempt attempt, FetchResult.Fetched fetched) {
        String bodyHash = Hashes.check(fetched.body());
        if (bodyHash.equals(attempt.feed().bodyHash())) {
            return store.save(attempt.unchanged(Answer.of(fetched, bodyHash)));
        }
        FeedDocument document = new FeedDocument(
                fetched.body(), fetched.contentType(), fetched.finalUrl().toString());
        return FeedParser.parse(document)
                .match(
                        parsed -> merge(attempt, fetched, bodyHash, parsed),
                        none -> store.save(attempt.failed(none.kind(), none.sentence(), Optional.empty())));
    }

    private CompletableFuture<LastPoll> merge(
            Attempt attempt, FetchResult.Fetched fetched, String bodyHash, ParseResult.Parsed parsed) {
        ParsedFeed document = parsed.feed().with(Hubs.of(attempt.feed(), fetched, parsed.feed()));
        List<ParsedEntry> entries = parsed.cutOff() ? allButTheLast(document.entries()) : document.entries();
        List<Candidate> candidates = Identities.of(entries, attempt.feed().weakness());
        Map<String, KnownEntry> known = store.known(attempt.feed(), candidates);
        Decision decision = decide(attempt.feed(), candidates, known);
        Haul haul = EntryPreparation.prepare(decision, fetched.finalUrl(), document.authors(), attempt.now());
        if (parsed.cutOff()) {
            return store.save(attempt.cutOff(document, haul));
        }
        boolean sameFeed = attempt.feed().bodyHash() == null || isMostlyKnown(document, decision);
        return store.save(attempt.read(document, haul, Answer.of(fetched, bodyHash), sameFeed));
    }

    /** An empty document shows nothing by which its feed could be known again. */
    private static boolean isMostlyKnown(ParsedFeed document, Decision decision) {
        int shown = document.entries().size();
        return shown > 0 && decision.added().size() * 2 <= shown;
    }

    private static List<ParsedEntry> allButTheLast(List<ParsedEntry> entries) {
        return entries.subList(0, Math.max(0, entries.size() - 1));
    }

    private Decision decide(DueFeed feed, List<Candidate> candidates, Map<String, KnownEntry> known) {
        List<KnownEntry> newest =
                Dedupe.asksForRecent(candidates, known) ? store.newest(feed, candidates.size()) : List.of();
        return Dedupe.decide(candidates, known, newest, feed.weakness());
    }

    private CompletableFuture<LastPoll> leaveAlone(Attempt attempt, FetchResult.Throttled throttled) {
        throttled
                .retryAfter()
                .ifPresent(
                        pause -> store.cool(throttled.hostKey(), attempt.now().plus(pause), throttled.kind()));
        String sentence = throttled.kind().sentence()
                + throttled
                        .retryAfter()
                        .map(pause -> " It asks for a pause until "
                                + attempt.now().plus(pause).truncatedTo(ChronoUnit.SECONDS) + ".")
                        .orElse("");
        return store.save(attempt.failed(throttled.kind(), sentence, throttled.retryAfter()));
    }
}
