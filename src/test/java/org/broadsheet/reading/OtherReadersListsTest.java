package org.broadsheet.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.HeldSubscription;
import org.broadsheet.model.SubscriptionSettings;
import org.broadsheet.store.OnBothDatabases;
import org.broadsheet.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What other readers export goes in here and comes out as it was. */
class OtherReadersListsTest {
    @ParameterizedTest
    @ValueSource(strings = {"miniflux", "freshrss", "liferea", "unknown-namespaces"})
    void each_outline_comes_back_with_all_its_attributes_in_its_place(String reader) throws Exception {
        try (TestStore store = TestStore.h2()) {
            byte[] list = file(reader);

            store.outlines.importOpml(store.account, list);

            assertThat(outlines(store.outlines.exportOpml(store.account))).isEqualTo(outlines(list));
        }
    }

    @OnBothDatabases
    void the_same_list_twice_says_nothing_twice(TestDatabase kind) throws Exception {
        try (TestStore store = TestStore.on(kind)) {
            store.outlines.importOpml(store.account, file("liferea"));
            byte[] once = store.outlines.exportOpml(store.account);
            store.outlines.importOpml(store.account, once);
            store.outlines.importOpml(store.account, file("liferea"));

            assertThat(store.outlines.exportOpml(store.account)).isEqualTo(once);
        }
    }

    @Test
    void lists_of_two_readers_are_told_apart_in_one_export() throws Exception {
        try (TestStore store = TestStore.h2()) {
            store.outlines.importOpml(store.account, file("miniflux"));
            store.outlines.importOpml(store.account, file("freshrss"));

            assertThat(outlines(store.outlines.exportOpml(store.account)))
                    .containsAll(outlines(file("miniflux")))
                    .containsAll(outlines(file("freshrss")));
        }
    }

    @Test
    void how_often_liferea_asks_a_feed_is_how_often_it_is_asked_here() throws Exception {
        try (TestStore store = TestStore.h2()) {
            store.outlines.importOpml(store.account, file("liferea"));

            assertThat(store.subscribing.feeds(store.account))
                    .extracting(FeedSummary::title, FeedSummary::askEvery)
                    .containsExactlyInAnyOrder(tuple("Garden", Duration.ofMinutes(90)), tuple("Kitchen", null));
        }
    }

    @Test
    void what_is_changed_here_is_exported_as_it_is_now() throws Exception {
        try (TestStore store = TestStore.h2()) {
            store.outlines.importOpml(store.account, file("liferea"));
            FeedSummary garden = store.subscribing.feeds(store.account).stream()
                    .filter(feed -> feed.title().equals("Garden"))
                    .findFirst()
                    .orElseThrow();
            store.subscribing.settle(
                    store.account,
                    garden.feed().id(),
                    new SubscriptionSettings("Orchard", null, Duration.ofMinutes(15)));

            assertThat(outlines(store.outlines.exportOpml(store.account)).stream()
                            .filter(outline -> outline.contains("garden.example/atom")))
                    .singleElement()
                    .asString()
                    .contains("text=Orchard", "title=Orchard", "updateInterval=15", "cacheLimit=200")
                    .doesNotContain("text=Garden", "title=Garden", "Blogs");
        }
    }

    @Test
    void a_feed_that_nobody_named_keeps_its_own_title_after_a_round_trip() {
        try (TestStore store = TestStore.h2();
                TestStore other = TestStore.h2()) {
            store.feed("https://a.example/feed", null);
            other.outlines.importOpml(other.account, store.outlines.exportOpml(store.account));

            assertThat(other.outlineTable.holdings(other.account).feeds())
                    .extracting(HeldSubscription::title, HeldSubscription::ownTitle)
                    .containsExactly(tuple("a.example", null));
        }
    }

    @Test
    void a_long_list_is_taken_over_in_parts_and_each_is_told() {
        try (TestStore store = TestStore.h2()) {
            StringBuilder list = new StringBuilder("<opml><body>");
            IntStream.range(0, 250)
                    .forEach(i ->
                            list.append("<outline xmlUrl='https://f").append(i).append(".example/feed'/>"));
            List<Integer> seen = new ArrayList<>();

            ImportReport report = store.outlines.importOpml(
                    store.account,
                    list.append("</body></opml>").toString().getBytes(StandardCharsets.UTF_8),
                    (done, total) -> seen.add(done));

            assertThat(seen).containsExactly(0, 100, 200);
            assertThat(report.count(ImportReport.Result.ADDED)).isEqualTo(250);
        }
    }

    private static byte[] file(String name) throws Exception {
        try (InputStream in = OtherReadersListsTest.class.getResourceAsStream("/opml/" + name + ".opml")) {
            return in.readAllBytes();
        }
    }

    /** Each outline as its place and its attributes by expanded name, in the order of the document. */
    private static List<String> outlines(byte[] opml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        NodeList all = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(opml))
                .getElementsByTagName("outline");
        return IntStream.range(0, all.getLength())
                .mapToObj(all::item)
                .map(outline -> place(outline) + attributes(outline))
                .sorted()
                .toList();
    }

    private static String place(Node outline) {
        return Stream.iterate(outline.getParentNode(), Node::getParentNode)
                .takeWhile(around -> around.getNodeName().equals("outline"))
                .map(around -> ((Element) around).getAttribute("text") + "/")
                .reduce("", (inner, outer) -> outer + inner);
    }

    private static Map<String, String> attributes(Node outline) {
        Map<String, String> values = new TreeMap<>();
        NamedNodeMap all = outline.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            Node attribute = all.item(i);
            if (!attribute.getNodeName().startsWith("xmlns")) {
                String space = attribute.getNamespaceURI() == null ? "" : "{" + attribute.getNamespaceURI() + "}";
                values.put(space + attribute.getLocalName(), attribute.getNodeValue());
            }
        }
        // Every program reads both; some write only one.
        if (values.containsKey("xmlUrl")) {
            values.putIfAbsent("title", values.get("text"));
        }
        return values;
    }
}
