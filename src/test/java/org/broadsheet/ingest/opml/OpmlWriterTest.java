package org.broadsheet.ingest.opml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.ForeignAttributes;
import org.broadsheet.model.ListedFeed;
import org.junit.jupiter.api.Test;

class OpmlWriterTest {
    @Test
    void feeds_stand_in_nested_folders() {
        OpmlDocument list = OpmlDocument.of(
                "Mine",
                List.of(
                        feed("https://a.example/", "A & B", "World/Europe"),
                        feed("https://c.example/", "\"C\"", "World")));

        assertThat(new String(OpmlWriter.write(list), UTF_8)).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <opml version="2.0">
                  <head>
                    <title>Mine</title>
                  </head>
                  <body>
                    <outline text="World">
                      <outline text="Europe">
                        <outline type="rss" text="A &amp; B" title="A &amp; B" xmlUrl="https://a.example/"/>
                      </outline>
                      <outline type="rss" text="&quot;C&quot;" title="&quot;C&quot;" xmlUrl="https://c.example/"/>
                    </outline>
                  </body>
                </opml>
                """);
    }

    @Test
    void what_was_read_is_written_back_equal() {
        OpmlDocument list = read("""
                <opml xmlns:m="https://miniflux.app/opml"><head><title>]]&gt; &amp; שלום 🗞</title></head><body>
                <outline text="R&amp;D / Lab"><outline text="a" xmlUrl="https://a.example/?x=1&amp;y=2" m:crawler="true" rule="one&#10;two"/></outline>
                <outline text="top" title="Top" type="atom" xmlUrl="https://b.example/" htmlUrl="https://b.example/home"/>
                <outline text="X"><outline text="c" xmlUrl="https://c.example/" category="/kept"/><outline xmlUrl="https://d.example/"/></outline>
                <outline text="Y"><outline text="c" xmlUrl="https://c.example/"/></outline>
                <outline text="tagged" category="/Tech/Java,News" undeclared:key="v" xmlUrl="https://e.example/"/>
                </body></opml>""");

        OpmlDocument again = read(new String(OpmlWriter.write(list), UTF_8));

        assertThat(again.feeds())
                .hasSize(5)
                .usingRecursiveComparison()
                .ignoringFields("foreign.namespaces")
                .isEqualTo(list.feeds());
        assertThat(again.title()).isEqualTo(list.title());
        assertThat(again.problems()).isEmpty();
        assertThat(OpmlWriter.write(again)).isEqualTo(OpmlWriter.write(list));
    }

    @Test
    void nothing_that_xml_forbids_gets_out() {
        ListedFeed feed = new ListedFeed(
                "https://a.example/",
                "a\u0000\u000b\ufffe\ud800b",
                null,
                List.of(),
                null,
                new ForeignAttributes(Map.of("<bad name>", "x"), Map.of()));
        OpmlDocument list = OpmlDocument.of("t\u0001", List.of(feed));

        OpmlDocument again = read(new String(OpmlWriter.write(list), UTF_8));

        assertThat(again.problems()).isEmpty();
        assertThat(again.title()).isEqualTo("t");
        assertThat(again.feeds())
                .containsExactly(
                        new ListedFeed("https://a.example/", "ab", null, List.of(), null, ForeignAttributes.NONE));
    }

    private static ListedFeed feed(String url, String title, String folder) {
        return new ListedFeed(url, title, null, List.of(FolderPath.parse(folder)), null, ForeignAttributes.NONE);
    }

    private static OpmlDocument read(String text) {
        return OpmlReader.read(text.getBytes(UTF_8)).match(OpmlResult.Read::document, unreadable -> {
            throw new AssertionError(unreadable.why().sentence());
        });
    }
}
