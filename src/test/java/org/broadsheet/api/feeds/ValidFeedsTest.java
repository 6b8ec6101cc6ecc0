package org.broadsheet.api.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.FolderSummary;
import org.broadsheet.model.LabelSummary;
import org.broadsheet.publish.FeedFormat;
import org.broadsheet.publish.rules.FeedRules;
import org.broadsheet.reading.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is stored, what goes out breaks no rule of its format. */
class ValidFeedsTest {
    @SuppressWarnings("NullAway.Init")
    private static Newsstand stand;

    @BeforeAll
    static void open() {
        stand = NastyStand.open(60);
    }

    @AfterAll
    static void close() {
        stand.close();
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void all_entries_are_valid_page_by_page_and_through_the_archive(FeedFormat format) {
        String address = "/feed." + format.extension();
        assertThat(valid(format, stand.walk(address + "?limit=200", "next"))).isGreaterThan(2);
        assertThat(valid(format, stand.walk(address, "prev-archive"))).isGreaterThan(9);
        valid(format, List.of(stand.get(address + "?content=summary")));
    }

    /** Its entries are those of the test before; what differs is what is said of the stream. */
    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void each_kind_of_stream_is_valid_and_so_are_the_documents_that_it_leads_to(FeedFormat format) {
        for (String stream : streams()) {
            HttpResponse<String> document = stand.get(stream + "/feed." + format.extension() + "?limit=50");
            valid(format, List.of(document));
            Stream.of("next", "prev-archive")
                    .map(rel -> Newsstand.link(document, rel))
                    .filter(address -> !address.isEmpty())
                    .forEach(address -> valid(format, List.of(stand.get(address))));
        }
    }

    private static List<String> streams() {
        TestStore store = stand.store;
        List<String> streams = new ArrayList<>(List.of("/unread", "/starred"));
        Consumer<String> add = streams::add;
        store.subscribing.folders(store.account).stream()
                .map(FolderSummary::folder)
                .forEach(folder -> add.accept("/folders/" + folder.slug()));
        // The first stands in a folder, the last in none.
        Stream.of(0, NastyStand.FEEDS - 1)
                .map(number -> store.subscribing.feeds(store.account).get(number))
                .map(FeedSummary::feed)
                .forEach(feed -> add.accept("/feeds/" + feed.id()));
        store.labelling.all(store.account).stream()
                .map(LabelSummary::label)
                .forEach(label -> add.accept("/labels/" + label.slug()));
        String token =
                store.privateAddresses.make(store.account, "all", "my phone").orElseThrow();
        streams.add("/private/" + token);
        return streams;
    }

    private static int valid(FeedFormat format, List<HttpResponse<String>> documents) {
        Instant now = stand.store.clock.instant();
        for (HttpResponse<String> document : documents) {
            assertThat(FeedRules.check(format, document.body().getBytes(StandardCharsets.UTF_8), now))
                    .as("%s", document.uri())
                    .isEmpty();
        }
        return documents.size();
    }

    @Test
    void what_changed_since_is_valid_by_itself() {
        Map<FeedFormat, String> known = new EnumMap<>(FeedFormat.class);
        for (FeedFormat format : FeedFormat.values()) {
            known.put(format, Newsstand.etag(stand.get("/feed." + format.extension())));
        }
        stand.store.put(
                stand.store.subscribing.feeds(stand.store.account).get(0).feed().id(),
                new NastyEntries(99, stand.store.clock.instant()).from(1_000, 40, "late"));
        known.forEach((format, etag) -> {
            String address = "/feed." + format.extension();
            HttpResponse<String> delta = stand.get(address, "A-IM", "feed", "If-None-Match", etag);
            assertThat(delta.statusCode()).isEqualTo(226);
            valid(format, List.of(delta));
            valid(format, stand.walk(address + "?since=400&limit=50", "next"));
        });
    }

    @Test
    void a_stream_without_entries_is_valid() {
        try (Newsstand empty = new Newsstand()) {
            empty.store.clock.advance(Duration.ofDays(1));
            for (FeedFormat format : FeedFormat.values()) {
                valid(format, List.of(empty.get("/feed." + format.extension())));
            }
        }
    }
}
