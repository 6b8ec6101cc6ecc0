package org.broadsheet.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.Listening;
import org.broadsheet.model.Scope;
import org.jspecify.annotations.Nullable;

/**
 * {@code /events}: tells every listener, at most once a second, that entries arrived; with {@code folder}, {@code feed} or
 * {@code label} only of those there.
 *
 * <p>An event is named {@code entries}, its id is the newest change and its data {@code {"change":N,"new":K}} with K
 * entries that arrived since the listener's last event; {@code Last-Event-ID} resumes. One thread serves all listeners
 * and never waits for one of them: their output is asynchronous, and what a slow one did not take grows into one event.
 * One that takes nothing for a minute gets {@code dropped} as its last event.
 */
public final class Events implements Routes {
    static final String PATH = "/events";

    private static final int MOST_LISTENERS = 1_000;

    private final News news;
    private final Access access;
    private final Function<Context, Scope> scopes;
    private final Duration pace;
    private final int most;
    private final Complaints complaints = new Complaints(InstantSource.system());
    private final AtomicLong newest = new AtomicLong();
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Listening subscription;

    /**
     * Builds it.
     *
     * @param scopes what a request wants to hear of; throws what answers a bad one
     */
    public Events(News news, Access access, Function<Context, Scope> scopes) {
        this(news, access, scopes, Duration.ofSeconds(1), MOST_LISTENERS);
    }

    Events(News news, Access access, Function<Context, Scope> scopes, Duration pace, int most) {
        this.most = most;
        this.scopes = scopes;
        this.news = news;
        this.access = access;
        this.pace = pace;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        subscription = news.listen(change -> newest.accumulateAndGet(change, Math::max));
        newest.accumulateAndGet(news.newest(), Math::max);
        Thread thread = new Thread(this::rounds, "events");
        thread.setDaemon(true);
        thread.start();
        routes.get(PATH, this::connect);
    }

    /** How many listen, for the metrics. */
    public int listeners() {
        return listeners.size();
    }

    private void connect(Context ctx) throws IOException {
        AccountId account = access.account(ctx);
        if (listeners.size() >= most) {
            throw new ServiceUnavailableResponse("Too many are listening already; try again later.");
        }
        Scope scope = scopes.apply(ctx);
        long seen = seen(ctx.header("Last-Event-ID"));
        ctx.contentType("text/event-stream; charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no");
        ServletOutputStream out = ctx.res().getOutputStream();
        CompletableFuture<Void> end = new CompletableFuture<>();
        // Javalin asks for the future once the request is asynchronous, which the output needs to be as well.
        ctx.future(() -> {
            Listener listener = new Listener(out, new Listener.Wish(account, scope), seen, end);
            listeners.add(listener);
            listener.start();
            return end.whenComplete((nothing, thrown) -> listeners.remove(listener));
        });
    }

    // A number from before a restored backup may be ahead of ours; such a listener starts anew.
    private long seen(@Nullable String lastEventId) {
        long now = newest.get();
        boolean number = lastEventId != null && lastEventId.matches("\\d{1,18}");
        return number ? Math.min(Long.parseLong(lastEventId), now) : now;
    }

    private void rounds() {
        try {
            while (!closed.await(pace.toMillis(), TimeUnit.MILLISECONDS)) {
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            tell(newest.get());
        } catch (RuntimeException e) {
            complaints.log("Telling listeners", e);
        }
    }

    private record Question(Listener.Wish wish, long seen) {}

    private void tell(long change) {
        // Nearly all listeners have seen the same, so one question to the store answers for them.
        Map<Question, Long> counts = new HashMap<>();
        for (Listener listener : listeners) {
            long seen = listener.seen();
            long arrived = change == seen
                    ? 0
                    : counts.computeIfAbsent(
                            new Question(listener.wish(), seen),
                            question -> news.arrived(
                                    question.wish().account(), question.wish().scope(), question.seen(), change));
            listener.tell(change, arrived);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        listeners.forEach(Listener::end);
        if (subscription != null) {
            subscription.close();
        }
    }
}
