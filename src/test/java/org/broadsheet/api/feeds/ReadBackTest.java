package org.broadsheet.api.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.ingest.clean.FeedForm;
import org.broadsheet.model.Article;
import org.broadsheet.model.Enclosure;
import org.broadsheet.model.Entry;
import org.broadsheet.model.Page;
import org.broadsheet.model.Position;
import org.broadsheet.model.Scope;
import org.broadsheet.model.Selection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever reads the feeds has what the store has, field by field. */
class ReadBackTest {
    private static final String SCHEME = "(?i)https?://.*";

    @SuppressWarnings("NullAway.Init")
    private static Newsstand stand;

    private static final Map<String, Article> STORED = new HashMap<>();

    @BeforeAll
    static void open() {
        stand = NastyStand.open(250);
        Position after = null;
        do {
            Page<Article> page =
                    stand.store.headlines.articles(stand.store.account, Selection.all(Scope.EVERYTHING), after, 500);
            page.items().forEach(article -> STORED.put(id(article.headline().entry()), article));
            after = page.next();
        } while (after != null);
        assertThat(STORED).hasSizeGreaterThan(1_000);
    }

    private static String id(Entry entry) {
        return ":entry/" + entry.id();
    }

    @AfterAll
    static void close() {
        stand.close();
    }

    @ParameterizedTest
    @CsvSource({"atom, next", "atom, prev-archive", "rss, next", "rss, prev-archive", "json, next", "json, prev-archive"
    })
    void every_entry_comes_back_as_it_is_stored(String format, String rel) throws Exception {
        List<HttpResponse<String>> documents =
                stand.walk("/feed." + format + (rel.equals("next") ? "?limit=400" : ""), rel);
        for (Told.Reader reader : List.<Told.Reader>of(reader(format), Told::byOurselves)) {
            Map<String, Map<String, String>> told = new HashMap<>();
            for (HttpResponse<String> document : documents) {
                reader.read(document.body())
                        .forEach((id, fields) -> told.put(id.replaceFirst(".*(?=:entry/)", ""), fields));
            }
            assertThat(told.keySet()).isEqualTo(STORED.keySet());
            assertThat(differences(told, format)).isEmpty();
        }
    }

    /** Of each field the first that is not as it should be. */
    private static Map<String, String> differences(Map<String, Map<String, String>> told, String format) {
        Map<String, String> differences = new TreeMap<>();
        told.forEach((id, fields) -> {
            Map<String, String> expected = expected(STORED.get(id), format);
            fields.forEach((name, value) -> {
                if (!value.equals(expected.get(name))) {
                    differences.putIfAbsent(name, id + " is " + value + " but should be " + expected.get(name));
                }
            });
        });
        return differences;
    }

    private static Told.Reader reader(String format) {
        return format.equals("atom") ? Told::atomByRome : format.equals("rss") ? Told::rssByRome : Told::jsonByJackson;
    }

    private static Map<String, String> expected(@Nullable Article article, String format) {
        Map<String, String> fields = new TreeMap<>();
        if (article == null) {
            return fields;
        }
        Entry entry = article.headline().entry();
        boolean ascii = format.equals("rss");
        String link = address(entry.url(), ascii).orElse(stand.page(entry.id()));
        String title = visible(entry.title());
        fields.put("title", title.isBlank() ? address(entry.url(), false).orElse(link) : title);
        fields.put("line", Told.line(fields.getOrDefault("title", "")));
        fields.put("link", link);
        fields.put("guid", visible(entry.guid()));
        String author = visible(entry.author()).strip();
        fields.put("author", author);
        // Atom wants an author for each entry: where it has none, its source has (RFC 4287 §4.2.1).
        boolean bySource = author.isEmpty() && format.equals("atom");
        fields.put("credited", bySource ? article.headline().source().title() : author);
        fields.put("summary", visible(entry.summary()));
        fields.put("summaryLine", Told.line(visible(entry.summary())));
        fields.put("html", visible(FeedForm.of(article.content()).value()));
        fields.put("image", address(entry.imageUrl(), ascii).orElse(""));
        fields.put(
                "tags",
                entry.tags().stream()
                        .map(tag -> visible(tag).strip())
                        .filter(tag -> !tag.isEmpty())
                        .collect(Collectors.joining("\n")));
        fields.put("tagLine", Told.line(fields.getOrDefault("tags", "")));
        List<String> files =
                entry.enclosures().stream().flatMap(file -> file(file, ascii)).toList();
        fields.put("files", String.join("\n", files));
        fields.put("firstFile", files.isEmpty() ? "" : files.get(0));
        fields.put("furtherFiles", files.stream().skip(1).collect(Collectors.joining("\n")));
        dates(fields, entry);
        fields.put("language", language(entry.language()));
        fields.put("source", article.headline().source().title());
        fields.put("sourceUrl", article.headline().source().url());
        fields.put(
                "related",
                article.headline().alsoIn().stream()
                        .map(seen -> stand.page(seen.entryId()) + " " + seen.feedTitle())
                        .collect(Collectors.joining("\n")));
        return fields;
    }

    private static void dates(Map<String, String> fields, Entry entry) {
        Instant published = plausible(entry.published(), entry);
        Instant sorted = plausible(entry.sortedAt(), entry);
        Instant dated = published != null ? published : sorted != null ? sorted : entry.firstSeen();
        fields.put("published", published == null ? "" : millis(published));
        fields.put("dated", dated.truncatedTo(ChronoUnit.SECONDS).toString());
        Instant updated = entry.updated() == null ? dated : entry.updated();
        fields.put("updated", millis(updated));
        fields.put("updatedSecond", updated.truncatedTo(ChronoUnit.SECONDS).toString());
        fields.put(
                "anyDateSecond",
                (published == null ? updated : published)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
    }

    private static @Nullable Instant plausible(@Nullable Instant at, Entry entry) {
        boolean can = at != null
                && at.isAfter(Instant.parse("1970-01-01T23:59:59Z"))
                && at.isBefore(entry.firstSeen().plus(Duration.ofDays(1)));
        return can ? at : null;
    }

    private static String millis(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static Stream<String> file(Enclosure file, boolean ascii) {
        String type = file.mimeType() == null || !file.mimeType().contains("/")
                ? "application/octet-stream"
                : file.mimeType().replace("; junk", "");
        long bytes = file.bytes() == null ? 0 : file.bytes();
        return address(file.url(), ascii).stream().map(url -> Told.file(url, type, bytes));
    }

    /** The forms of {@link NastyEntries}, each with what must come out. */
    private static Optional<String> address(@Nullable String stored, boolean ascii) {
        if (stored == null || !stored.matches(SCHEME) || stored.contains("bad host")) {
            return Optional.empty();
        }
        String iri = stored.replace("me:secret@", "")
                .replaceFirst("(#frag)#", "$1%23")
                .replace("a b", "a%20b")
                .replaceFirst("\\|c\\^d`e\\{f}\\[g]\\\\h\"<i>", "%7Cc%5Ed%60e%7Bf%7D%5Bg%5D%5Ch%22%3Ci%3E")
                .replaceAll("<(/?)i>", "%3C$1i%3E")
                .replace("100%/", "100%25/")
                .replace("%zz", "%25zz");
        return Optional.of(
                ascii
                        ? iri.replace("größe/日本", "gr%C3%B6%C3%9Fe/%E6%97%A5%E6%9C%AC")
                                .replace("bücher", "xn--bcher-kva")
                        : iri);
    }

    private static String language(@Nullable String stored) {
        if (stored == null || List.of("English", "x", "en-", "en-a").contains(stored)) {
            return "";
        }
        return stored.replace('_', '-');
    }

    /** Without what no reader could see. */
    private static String visible(@Nullable String text) {
        return text == null
                ? ""
                : text.codePoints()
                        .filter(c -> (c >= ' ' || "\t\n\r".indexOf(c) >= 0) && (c < 0x7f || c > 0x9f))
                        .filter(c -> c != 0xfffe && c != 0xffff && (c < 0xd800 || c > 0xdfff))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }
}
