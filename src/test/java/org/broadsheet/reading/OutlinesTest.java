package org.broadsheet.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.broadsheet.model.Scope;
import org.broadsheet.model.Selection;
import org.broadsheet.store.OnBothDatabases;
import org.broadsheet.store.TestDatabase;

class OutlinesTest {
    private static final String LIST = """
            <opml version="2.0"><head><title>Mine</title></head><body>
             <outline text="Tech">
              <outline text="!!!"><outline type="rss" text="A" xmlUrl="https://a.example/feed"/></outline>
             </outline>
             <outline text="Daily"><outline type="rss" text="A" xmlUrl="https://a.example/feed"/></outline>
             <outline type="rss" text="B" xmlUrl="https://b.example/feed"/>
            </body></opml>""";

    @OnBothDatabases
    void a_feed_in_several_folders_comes_out_in_all_of_them(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind);
                TestStore other = TestStore.on(kind)) {
            store.outlines.importOpml(store.account, LIST.getBytes(StandardCharsets.UTF_8));
            byte[] opml = store.outlines.exportOpml(store.account);
            other.outlines.importOpml(other.account, opml);

            assertThat(new String(opml, StandardCharsets.UTF_8)).containsSubsequence("a.example", "a.example");
            assertThat(other.subscribing.folders(other.account))
                    .extracting(folder -> folder.folder().path() + " " + folder.feeds())
                    .containsExactlyInAnyOrder("Tech 1", "Tech/!!! 1", "Daily 1");
        }
    }

    @OnBothDatabases
    void a_feed_in_several_folders_stands_once_in_the_stream_of_everything(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            store.outlines.importOpml(store.account, LIST.getBytes(StandardCharsets.UTF_8));
            store.entries(
                    store.subscribing.feeds(store.account).stream()
                            .filter(feed -> feed.title().equals("A"))
                            .findFirst()
                            .orElseThrow()
                            .feed()
                            .id(),
                    "one");

            assertThat(store.titles(Selection.all(Scope.EVERYTHING))).containsExactly("one");
            assertThat(store.subscribing.feeds(store.account)).hasSize(2);
        }
    }

    @OnBothDatabases
    void a_folder_inside_one_of_the_same_short_name_gets_its_own(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            store.outlines.importOpml(store.account, LIST.getBytes(StandardCharsets.UTF_8));

            assertThat(store.subscribing.folders(store.account))
                    .extracting(folder -> folder.folder().slug())
                    .containsExactlyInAnyOrder("tech", "tech-2", "daily");
        }
    }
}
