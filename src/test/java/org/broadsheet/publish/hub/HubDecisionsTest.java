package org.broadsheet.publish.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.broadsheet.model.HubRequest;
import org.broadsheet.publish.hub.Verification.Verdict;
import org.junit.jupiter.api.Test;

class HubDecisionsTest {
    @Test
    void a_lease_is_ten_days_unless_asked_otherwise_and_between_five_minutes_and_thirty_days() {
        assertThat(Leases.choose(Optional.empty())).isEqualTo(Duration.ofDays(10));
        assertThat(Leases.choose(Optional.of(Duration.ZERO))).isEqualTo(Duration.ofMinutes(5));
        assertThat(Leases.choose(Optional.of(Duration.ofHours(3)))).isEqualTo(Duration.ofHours(3));
        assertThat(Leases.choose(Optional.of(Duration.ofDays(400)))).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void pauses_grow_to_three_hours_and_end_after_about_a_day() {
        List<Duration> pauses = IntStream.rangeClosed(1, 30)
                .mapToObj(failures -> BackOff.pause(failures, 7, Duration.ZERO))
                .flatMap(Optional::stream)
                .toList();
        assertThat(pauses.get(0)).isBetween(Duration.ofSeconds(27), Duration.ofSeconds(33));
        assertThat(pauses.get(15)).isBetween(Duration.ofMinutes(162), Duration.ofMinutes(198));
        assertThat(IntStream.range(1, 10)).allMatch(i -> pauses.get(i).compareTo(pauses.get(i - 1)) > 0);
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofHours(20), Duration.ofHours(30));
    }

    @Test
    void those_who_failed_together_do_not_come_back_together_and_each_does_the_same_every_time() {
        assertThat(IntStream.range(0, 100)
                        .mapToObj(subscriber -> BackOff.pause(5, subscriber, Duration.ZERO))
                        .distinct()
                        .count())
                .isGreaterThan(10);
        assertThat(BackOff.pause(5, 3, Duration.ZERO)).isEqualTo(BackOff.pause(5, 3, Duration.ZERO));
    }

    @Test
    void a_wish_to_be_left_alone_counts_where_it_is_longer_up_to_a_day() {
        assertThat(BackOff.pause(1, 1, Duration.ofHours(2))).hasValue(Duration.ofHours(2));
        assertThat(BackOff.pause(1, 1, Duration.ofDays(7))).hasValue(Duration.ofDays(1));
        assertThat(BackOff.pause(16, 1, Duration.ofSeconds(1)).orElseThrow()).isGreaterThan(Duration.ofHours(2));
    }

    @Test
    void only_a_success_with_the_challenge_and_nothing_else_confirms() {
        Verification verification = new Verification(request("https://reader.example/cb?"), "abc");
        assertThat(verification.verdict(200, "abc")).isEqualTo(Verdict.CONFIRMED);
        assertThat(verification.verdict(204, "")).isEqualTo(Verdict.REFUSED);
        assertThat(verification.verdict(200, "abc\n")).isEqualTo(Verdict.REFUSED);
        assertThat(List.of(302, 400, 404, 410))
                .allMatch(status -> verification.verdict(status, "abc") == Verdict.REFUSED);
    }

    @Test
    void who_gives_no_answer_of_his_own_is_asked_again() {
        Verification verification = new Verification(request("https://reader.example/cb"), "abc");
        assertThat(List.of(0, 408, 429, 500, 502, 503, 504))
                .allMatch(status -> verification.verdict(status, "abc") == Verdict.UNANSWERED);
    }

    @Test
    void a_denial_goes_behind_what_the_callback_has_of_its_own() {
        assertThat(Verification.denial(request("https://reader.example/cb?x=1"), "It is gone."))
                .hasToString("https://reader.example/cb?x=1&hub.mode=denied"
                        + "&hub.topic=https%3A%2F%2Fnews.example%2Ffeed.atom%3Fa%26b&hub.reason=It+is+gone.");
    }

    @Test
    void the_question_goes_behind_what_the_callback_has_of_its_own() {
        assertThat(new Verification(request("https://reader.example/cb?"), "abc").question())
                .hasToString(
                        "https://reader.example/cb?hub.mode=subscribe"
                                + "&hub.topic=https%3A%2F%2Fnews.example%2Ffeed.atom%3Fa%26b&hub.challenge=abc&hub.lease_seconds=300");
        assertThat(new Verification(request("https://reader.example/cb?x=%26"), "abc")
                        .question()
                        .toString())
                .startsWith("https://reader.example/cb?x=%26&hub.mode=subscribe&");
    }

    private static HubRequest request(String callback) {
        return new HubRequest(
                HubRequest.Mode.SUBSCRIBE,
                "https://news.example/feed.atom?a&b",
                URI.create(callback),
                "secret",
                Duration.ofMinutes(5));
    }

    @Test
    void a_hub_is_told_of_the_earliest_changes_first_and_never_of_more_than_a_form_can_name() {
        Map<String, Long> newest = new HashMap<>();
        IntStream.range(0, 1_000).forEach(i -> newest.put("https://news.example/feeds/" + i, 100L + i / 100));
        Ping first = Ping.next(newest, 100).orElseThrow();
        assertThat(first.topics()).hasSize(400).contains("https://news.example/feeds/100");
        assertThat(first.upto()).isEqualTo(104);
        assertThat(Ping.next(newest, 108).orElseThrow().topics()).hasSize(100);
        assertThat(Ping.next(newest, 109)).isEmpty();
        assertThat(new String(new Ping(List.of("https://a.example/?x&y"), 1).body(), StandardCharsets.UTF_8))
                .isEqualTo("hub.mode=publish&hub.url=https%3A%2F%2Fa.example%2F%3Fx%26y");
    }

    @Test
    void a_secret_is_in_no_log() {
        assertThat(request("https://reader.example/cb"))
                .hasToString("SUBSCRIBE https://reader.example/cb to https://news.example/feed.atom?a&b");
    }

    @Test
    void addresses_with_letters_of_other_scripts_go_into_headers_encoded() {
        assertThat(Announcement.links(
                        List.of(URI.create("https://news.example/hub")), "https://news.example/folders/日"))
                .isEqualTo(
                        "<https://news.example/hub>; rel=\"hub\", <https://news.example/folders/%E6%97%A5>; rel=\"self\"");
    }
}
