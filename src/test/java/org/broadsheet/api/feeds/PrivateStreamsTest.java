package org.broadsheet.api.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.broadsheet.config.Config.AccessMode;
import org.broadsheet.ingest.clean.FeedForm;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.NewEntry;
import org.broadsheet.reading.TestStore;
import org.broadsheet.server.Access;
import org.broadsheet.server.BaseAddress;
import org.broadsheet.server.TestServer;
import org.junit.jupiter.api.Test;

class PrivateStreamsTest {
    @Test
    void a_private_address_opens_its_stream_until_it_is_revoked_and_is_kept_out_of_caches_and_indexes() {
        try (TestStore store = TestStore.h2();
                TestServer server = serve(store)) {
            FeedId feed = store.feed("http://a.example/feed", "World");
            store.entries(feed, "Vote");
            store.entries(store.feed("http://b.example/feed", null), "Comet");
            String token = store.room
                    .privateAddresses()
                    .make(store.account, "feeds/" + feed, "my phone")
                    .orElseThrow();

            for (String format : List.of("atom", "rss", "json")) {
                HttpResponse<String> answer = server.get("/private/" + token + "/feed." + format);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains("Vote").doesNotContain("Comet");
                assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-store");
                assertThat(answer.headers().firstValue("X-Robots-Tag").orElse(""))
                        .contains("noindex");
                assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            }

            long id = store.room.privateAddresses().all(store.account).get(0).id();
            assertThat(store.room.privateAddresses().revoke(store.account, id)).isTrue();
            HttpResponse<String> revoked = server.get("/private/" + token + "/feed.atom");
            HttpResponse<String> never = server.get("/private/" + "A".repeat(43) + "/feed.atom");
            assertThat(revoked.statusCode()).isEqualTo(404);
            assertThat(revoked.body().replace(token, "")).isEqualTo(never.body().replace("A".repeat(43), ""));
        }
    }

    @Test
    void the_archive_of_a_private_stream_is_under_its_private_address_alone() {
        try (TestStore store = TestStore.h2();
                TestServer server = serve(store)) {
            store.put(
                    store.feed("http://a.example/feed", null),
                    IntStream.range(0, 60)
                            .mapToObj(i -> TestStore.entry("story " + i, TestStore.NOON.minusSeconds(i)))
                            .toArray(NewEntry[]::new));
            String token = store.privateAddresses
                    .make(store.account, "all", "my phone")
                    .orElseThrow();
            String part = Newsstand.link(server.get("/private/" + token + "/feed.atom"), "prev-archive")
                    .replace(server.at("").toString(), "");

            assertThat(part).startsWith("/private/" + token + "/archive/");
            HttpResponse<String> archived = server.get(part);
            assertThat(Newsstand.titles(archived)).contains("story 59");
            assertThat(archived.headers().firstValue("Cache-Control")).hasValue("private, no-store");
            assertThat(server.get(part.replace(token, "A".repeat(43))).statusCode())
                    .isEqualTo(404);
        }
    }

    private static TestServer serve(TestStore store) {
        Access access = new Access(AccessMode.LOCAL, List.of(), store.accounts::local);
        return TestServer.with(new StreamFeeds(
                access,
                new BaseAddress(Optional.empty()),
                store.room,
                new Presentation(FeedForm::of, List.of()),
                store.clock));
    }
}
