package org.broadsheet.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.broadsheet.ingest.fetch.HostGate.Permit;
import org.broadsheet.ingest.fetch.HostGate.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostGateTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void requests_to_one_host_start_apart() {
        HostGate gate = new HostGate(1, Duration.ofSeconds(2));
        permit(gate.tryEnter("a.example", NOON)).close();
        assertThat(later(gate.tryEnter("a.example", NOON.plusMillis(1999)))).contains(NOON.plusSeconds(2));
        assertThat(later(gate.tryEnter("a.example", NOON.plusSeconds(2)))).isEmpty();
    }

    @Test
    void a_refused_request_does_not_push_the_next_start_away() {
        HostGate gate = new HostGate(1, Duration.ofSeconds(2));
        permit(gate.tryEnter("a.example", NOON)).close();
        gate.tryEnter("a.example", NOON.plusSeconds(1));
        assertThat(gate.notBefore("a.example", NOON.plusSeconds(1))).contains(NOON.plusSeconds(2));
    }

    @Test
    void a_clock_that_is_set_back_keeps_no_host_waiting_for_what_it_showed_before() {
        HostGate gate = new HostGate(1, Duration.ofSeconds(2));
        permit(gate.tryEnter("a.example", NOON)).close();
        permit(gate.tryEnter("a.example", NOON.minus(Duration.ofDays(1))));
    }

    @Test
    void no_more_than_per_host_run_at_a_time() {
        HostGate gate = new HostGate(2, Duration.ZERO);
        Permit first = permit(gate.tryEnter("a.example", NOON));
        permit(gate.tryEnter("a.example", NOON));
        assertThat(later(gate.tryEnter("a.example", NOON)).orElseThrow()).isAfter(NOON);
        first.close();
        first.close();
        permit(gate.tryEnter("a.example", NOON));
        assertThat(later(gate.tryEnter("a.example", NOON))).isPresent();
    }

    @Test
    void hosts_that_nothing_is_to_be_known_of_are_forgotten() {
        HostGate gate = new HostGate(1, Duration.ofSeconds(1));
        gate.cool("cool.example", NOON.plus(Duration.ofDays(1)));
        Permit held = permit(gate.tryEnter("held.example", NOON));
        IntStream.range(0, 50_000)
                .forEach(i -> permit(gate.tryEnter("h" + i + ".example", NOON.plusSeconds(i)))
                        .close());
        assertThat(gate.known()).isLessThan(5_000);
        Instant end = NOON.plusSeconds(50_000);
        assertThat(later(gate.tryEnter("cool.example", end))).isPresent();
        assertThat(later(gate.tryEnter("held.example", end))).isPresent();
        held.close();
    }

    @Test
    void names_that_were_looked_up_are_forgotten_when_there_are_too_many() throws Exception {
        try (Resolver resolver = new Resolver(
                AddressGuard.of(List.of("127.0.0.0/8")), InetAddress::getAllByName, Duration.ofSeconds(10))) {
            int asked = Resolver.MOST_KNOWN + 5_000;
            for (int i = 0; i < asked; i++) {
                resolver.resolve("127." + i / 65_536 + "." + i / 256 % 256 + "." + i % 256, 80);
            }
            assertThat(IntStream.range(0, asked)
                            .filter(i -> resolver.addressOf("127." + i / 65_536 + "." + i / 256 % 256 + "." + i % 256)
                                    .isPresent())
                            .count())
                    .isLessThan(asked);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.1/, 127.0.0.1",
        "http://0x7f000001/, 127.0.0.1",
        "http://[::1]/, 0:0:0:0::/64",
        "http://[2001:db8::1]/, 2001:db8:0:0::/64",
        "http://[2001:DB8:0:0:ffff::2]/, 2001:db8:0:0::/64",
        "http://[::ffff:127.0.0.1]/, 127.0.0.1"
    })
    void an_address_is_one_host_however_it_is_spelt(String url, String key) {
        assertThat(HostKey.of(URI.create(url).getAuthority())).isEqualTo(key);
    }

    @Test
    void capitals_and_a_dot_at_the_end_do_not_hide_that_two_names_share_an_address() {
        HostGate gate = new HostGate(
                1, Duration.ZERO, name -> name.endsWith(".example") ? Optional.of("192.0.2.1") : Optional.empty());
        for (String host : List.of("A.example", "b.EXAMPLE", "c.example.", "D.Example.")) {
            permit(gate.tryEnter(host, NOON));
        }
        assertThat(later(gate.tryEnter("E.EXAMPLE.", NOON))).isPresent();
    }

    @Test
    void other_hosts_are_not_kept_waiting() {
        HostGate gate = new HostGate(1, Duration.ofHours(1));
        permit(gate.tryEnter("a.example", NOON));
        assertThat(later(gate.tryEnter("b.example", NOON))).isEmpty();
    }

    @Test
    void the_hosts_of_one_domain_share_its_turn() {
        HostGate gate = new HostGate(1, Duration.ofSeconds(1));
        permit(gate.tryEnter("feeds.bbc.co.uk", NOON));
        assertThat(later(gate.tryEnter("www.bbc.co.uk", NOON))).isPresent();
    }

    @Test
    void hosts_at_one_address_share_a_wider_turn() {
        HostGate gate = new HostGate(1, Duration.ZERO, host -> Optional.of("192.0.2.1"));
        List<HostGate.Turn> turns = IntStream.range(0, 5)
                .mapToObj(i -> gate.tryEnter("site" + i + ".example", NOON))
                .toList();

        assertThat(turns.subList(0, 4)).allMatch(HostGate.Permit.class::isInstance);
        assertThat(turns.get(4)).isInstanceOf(HostGate.Later.class);
        ((HostGate.Permit) turns.get(0)).close();
        assertThat(gate.tryEnter("site4.example", NOON)).isInstanceOf(HostGate.Permit.class);
    }

    @Test
    void a_cool_down_holds_and_is_not_shortened() {
        HostGate gate = new HostGate(1, Duration.ZERO);
        gate.cool("www.example.org", NOON.plusSeconds(3600));
        gate.cool("example.org", NOON.plusSeconds(60));
        assertThat(later(gate.tryEnter("feeds.example.org", NOON.plusSeconds(3599))))
                .contains(NOON.plusSeconds(3600));
        assertThat(later(gate.tryEnter("feeds.example.org", NOON.plusSeconds(3600))))
                .isEmpty();
    }

    @Test
    void cool_downs_that_run_can_be_saved() {
        HostGate gate = new HostGate(1, Duration.ZERO);
        gate.cool("www.example.org", NOON.plusSeconds(60));
        gate.cool("over.example.net", NOON.minusSeconds(60));
        permit(gate.tryEnter("example.com", NOON));
        assertThat(gate.coolDowns(NOON)).containsOnlyKeys("example.org").containsValue(NOON.plusSeconds(60));
    }

    @Test
    void asking_when_changes_nothing() {
        HostGate gate = new HostGate(1, Duration.ofSeconds(1));
        assertThat(gate.notBefore("a.example", NOON)).isEmpty();
        assertThat(gate.notBefore("a.example", NOON)).isEmpty();
        assertThat(later(gate.tryEnter("a.example", NOON))).isEmpty();
    }

    @Test
    void of_many_threads_at_the_same_moment_one_gets_in() throws Exception {
        HostGate gate = new HostGate(4, Duration.ofSeconds(1));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> enter =
                    () -> later(gate.tryEnter("a.example", NOON)).isEmpty();
            int entered = 0;
            for (Future<Boolean> turn : threads.invokeAll(
                    IntStream.range(0, 50).mapToObj(i -> enter).toList())) {
                entered += turn.get() ? 1 : 0;
            }
            assertThat(entered).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "feeds.bbc.co.uk, bbc.co.uk",
        "WWW.Example.ORG., example.org",
        "example.org, example.org",
        "one.github.io, one.github.io",
        "a.one.github.io, one.github.io",
        "localhost, localhost",
        "127.0.0.1, 127.0.0.1",
        "127.0.0.2, 127.0.0.2",
        "[::1], 0:0:0:0::/64",
        "co.uk, co.uk",
        "xn--bcher-kva.example, xn--bcher-kva.example"
    })
    void hosts_are_told_apart_by_registrable_domain(String host, String key) {
        assertThat(HostKey.of(host)).isEqualTo(key);
    }

    @Test
    void a_key_is_its_own_key() {
        for (String host : List.of("feeds.bbc.co.uk", "a.github.io", "127.0.0.1", "[::1]", "localhost")) {
            assertThat(HostKey.of(HostKey.of(host))).isEqualTo(HostKey.of(host));
        }
    }

    private static Permit permit(Turn turn) {
        return turn.match(permit -> permit, later -> {
            throw new AssertionError("not before " + later.notBefore());
        });
    }

    private static Optional<Instant> later(Turn turn) {
        return turn.match(permit -> Optional.empty(), later -> Optional.of(later.notBefore()));
    }
}
