package org.broadsheet.ingest.opml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.ListedFeed;
import org.broadsheet.model.OtherOutline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists as programs and people write them, each a file. */
class OpmlFilesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            attribute-case         | Upper https://upper.example/feed; Lower https://lower.example/feed; Mixed https://mixed.example/feed
            byte-order-mark        | Größe https://mark.example/feed
            misspelt-encoding      | Žluťoučký https://utf8.example/feed
            html-entities          | Café & Thé — daily https://cafe.example/feed?a=1&b=2; AT&T https://att.example/feed
            windows-1252           | Café – “naïve” https://latin.example/feed
            without-type           | Plain https://plain.example/feed
            type-link              | Links of a blog https://blogroll.example/feed
            feed-with-children     | Planet https://planet.example/feed; Member https://member.example/feed in Planet
            paired-empty-outlines  | One https://one.example/feed in World; Two https://two.example/feed in World
            two-folders            | Both https://both.example/feed in Morning in Evening
            categories             | Tagged https://tagged.example/feed in Tech/Java in Languages in daily
            near-duplicates        | Secure https://same.example/feed; Open http://same.example/feed; Slash https://same.example/feed/
            foreign-boolean        | Odd https://odd.example/feed; Even https://even.example/feed
            filter-command         | Filtered https://filtered.example/feed
            addresses-of-this-machine | This machine http://127.0.0.1:8080/feed; Private http://192.168.0.1/feed
            """)
    void each_file_gives_its_feeds(String name, String feeds) throws IOException {
        assertThat(document(name).feeds().stream().map(OpmlFilesTest::line).collect(Collectors.joining("; ")))
                .isEqualTo(feeds);
    }

    private static String line(ListedFeed feed) {
        return feed.title() + " " + feed.url()
                + feed.folders().stream().map(folder -> " in " + folder).collect(Collectors.joining());
    }

    @Test
    void twelve_levels_of_folders_are_kept() throws IOException {
        String path =
                IntStream.rangeClosed(1, 12).mapToObj(level -> "Level " + level).collect(Collectors.joining("/"));

        assertThat(document("twelve-deep").feeds().get(0).folders()).containsExactly(FolderPath.parse(path));
    }

    @Test
    void entities_that_grow_or_name_files_are_not_resolved() throws IOException {
        assertThat(document("entity-bomb").feeds())
                .extracting(ListedFeed::title)
                .noneMatch(title -> title != null && title.contains("haha"));
    }

    @Test
    void commands_are_told_and_neither_kept_nor_subscribed_to() throws IOException {
        OpmlDocument list = document("filter-command");

        assertThat(list.problems())
                .extracting(problem -> problem.where().words())
                .containsExactly("outline 1 (Filtered)", "outline 2 (Run)", "outline 3 (Run too)");
        assertThat(new String(OpmlWriter.write(list), UTF_8)).doesNotContain("owned", "run-me");
        assertThat(list.feeds().get(0).askEvery()).isEqualTo(Duration.ofMinutes(45));
    }

    @Test
    void addresses_that_are_none_of_the_web_are_told() throws IOException {
        assertThat(document("addresses-of-this-machine").problems())
                .extracting(problem -> problem.why().sentence())
                .containsExactly("Its address is not one of the web: file:///etc/passwd");
    }

    @Test
    void an_address_that_is_written_twice_is_told() throws IOException {
        assertThat(document("near-duplicates").problems())
                .extracting(problem -> problem.where().words())
                .containsExactly("outline 4 (Loud)");
    }

    @Test
    void pages_and_lists_that_are_pointed_to_are_told_and_kept() throws IOException {
        OpmlDocument list = document("type-link");

        assertThat(list.problems()).hasSize(2);
        assertThat(list.others())
                .extracting(OtherOutline::tree)
                .extracting(tree -> tree.attributes().values().get("url"))
                .containsExactly("https://page.example/", "https://list.example/other.opml");
    }

    @Test
    void a_prefix_that_means_two_things_keeps_both_meanings() throws IOException {
        OpmlDocument again = read(OpmlWriter.write(document("unknown-namespaces")));

        assertThat(again.feeds())
                .extracting(feed -> feed.foreign().namespaces().get("one"))
                .containsExactly("https://one.example/ns", "https://elsewhere.example/ns");
        assertThat(again).isEqualTo(document("unknown-namespaces"));
    }

    @Test
    void values_that_another_program_would_refuse_do_no_harm() throws IOException {
        assertThat(document("foreign-boolean").feeds().get(0).foreign().values())
                .containsEntry("miniflux:crawler", "perhaps")
                .containsEntry("updateInterval", "often");
    }

    @Test
    void ten_thousand_feeds_are_read() {
        String outlines = IntStream.range(0, 10_000)
                .mapToObj(i -> "<outline text='F" + i + "' type='rss' xmlUrl='https://f" + i + ".example/feed'/>")
                .collect(Collectors.joining());

        assertThat(read(("<opml><body>" + outlines + "</body></opml>").getBytes(UTF_8))
                        .feeds())
                .hasSize(10_000);
    }

    @Test
    void fifty_megabytes_are_read() {
        byte[] feed = "<outline text='A' xmlUrl='https://a.example/feed'/></body></opml>".getBytes(UTF_8);
        byte[] all = new byte[OpmlReader.MAX_BYTES];
        Arrays.fill(all, (byte) ' ');
        byte[] start = "<opml version='2.0'><body>".getBytes(UTF_8);
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(feed, 0, all, all.length - feed.length, feed.length);

        assertThat(read(all).feeds()).extracting(ListedFeed::url).containsExactly("https://a.example/feed");
    }

    @Test
    void a_large_file_that_breaks_late_keeps_the_feeds_before_the_break() {
        String broken = "<opml><body><outline text='A' xmlUrl='https://a.example/feed'/>"
                + " ".repeat(OpmlReader.MENDED_CHARACTERS)
                + "<outline text='B' xmlUrl='https://b.example/feed'/><outline";

        OpmlDocument list = read(broken.getBytes(UTF_8));

        assertThat(list.feeds()).hasSize(2);
        assertThat(list.isBroken()).isTrue();
    }

    @Test
    void an_attribute_of_megabytes_is_told_and_the_feeds_before_it_are_kept() {
        OpmlDocument list = read(("<opml><body><outline text='A' xmlUrl='https://a.example/feed'/><outline note='"
                        + "x".repeat(ShortTags.LONGEST + 1) + "'/></body></opml>")
                .getBytes(UTF_8));

        assertThat(list.feeds()).hasSize(1);
        assertThat(list.isBroken()).isTrue();
    }

    @Test
    void a_title_in_other_letters_and_names_in_other_scripts_come_back() {
        String text = "<opml xmlns:ü='https://u.example/ns'><body>"
                + "<outline text='s' title='S' ü:größe='1' xmlfoo:bar='2' xmlUrl='https://a.example/feed'/></body></opml>";

        String written = new String(OpmlWriter.write(read(text.getBytes(UTF_8))), UTF_8);

        assertThat(written)
                .contains("title=\"S\"", "ü:größe=\"1\"", "xmlns:ü=\"https://u.example/ns\"")
                .doesNotContain("xmlfoo");
    }

    @Test
    void outlines_after_the_most_are_told_to_be_missing() {
        List<OpmlProblem> problems = read(("<opml><body>" + "<outline/>".repeat(OpmlReader.MAX_OUTLINES + 1)
                                + "</body></opml>")
                        .getBytes(UTF_8))
                .problems();

        assertThat(problems)
                .extracting(problem -> problem.why().sentence())
                .containsExactly("It has more than 50000 outlines; those after them were not read.");
    }

    static OpmlDocument document(String name) throws IOException {
        try (InputStream in = OpmlFilesTest.class.getResourceAsStream("/opml/" + name + ".opml")) {
            return read(in.readAllBytes());
        }
    }

    private static OpmlDocument read(byte[] bytes) {
        return OpmlReader.read(bytes).match(OpmlResult.Read::document, unreadable -> {
            throw new AssertionError(unreadable.why().sentence());
        });
    }
}
