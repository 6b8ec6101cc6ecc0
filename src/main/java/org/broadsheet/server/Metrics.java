package org.broadsheet.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@code /metrics} in Prometheus' text form: the JVM, the requests by route, and what others register. */
public final class Metrics implements Routes {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    private final AtomicBoolean watchesJvm = new AtomicBoolean();

    /** The JVM is watched from the first question on: setting that up takes a twentieth of a start. */
    private String scrape() {
        if (!watchesJvm.getAndSet(true)) {
            watchJvm();
        }
        return registry.scrape();
    }

    private void watchJvm() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** Where others register their gauges and counters, named {@code broadsheet.*}. */
    public MeterRegistry registry() {
        return registry;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(
                "/metrics",
                ctx -> ctx.contentType("text/plain; version=0.0.4; charset=utf-8")
                        .result(scrape()));
    }

    /** Counts a request that was answered. */
    void answered(Context ctx, float millis) {
        // The template, not the path: a tag per entry would never stop growing.
        Endpoint endpoint = ctx.endpoints().lastHttpEndpoint();
        String route = endpoint == null ? "none" : endpoint.path;
        if (!route.equals(Events.PATH)) {
            Tags tags = Tags.of(
                    "method",
                    endpoint == null ? "none" : endpoint.method.name(),
                    "route",
                    route,
                    "status",
                    Integer.toString(ctx.statusCode()));
            Timer timer = registry.timer("http.server.requests", tags);
            timer.record((long) (millis * 1_000), TimeUnit.MICROSECONDS);
        }
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
