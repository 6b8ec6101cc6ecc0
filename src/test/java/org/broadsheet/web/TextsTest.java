package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.IdentityWeakness;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

final class TextsTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path PAGES = Path.of("src/main/java/org/broadsheet/web");
    private static final Pattern USED =
            Pattern.compile("\"((?:[a-z]+-?)+\\.[a-zA-Z0-9][\\w.-]*)\"|\"([a-z]+\\.)\" \\+");
    private static final Pattern HOLE = Pattern.compile("\\{(\\d)");
    // Between two tags, or in an attribute that is read out.
    private static final Pattern PRINTED =
            Pattern.compile("(?:>|(?:label|title|alt)=\")([^<>@${}()\"]*\\p{L}{3,}[^<>@${}()\"]*)[<\"]");

    @Test
    void each_language_says_all_that_english_says() {
        for (Texts language : Texts.all()) {
            assertThat(keys(language)).isEqualTo(keys(Samples.ENGLISH));
            for (String key : keys(Samples.ENGLISH)) {
                assertThat(holes(language.get(key)))
                        .as("%s in %s", key, language.name())
                        .isEqualTo(holes(Samples.ENGLISH.get(key)));
                assertThat(language.get(key)).doesNotContain(">");
            }
        }
    }

    @Test
    void german_is_its_own_in_each_text_but_those_that_are_the_same_word() {
        Texts german = Texts.of("de", null);
        List<String> same = keys(german).stream()
                .filter(key -> german.get(key).equals(Samples.ENGLISH.get(key)))
                .toList();

        assertThat(same).containsExactlyInAnyOrder("import.title", "source.name");
    }

    @Test
    void no_text_is_missing_and_none_is_left_over() {
        TreeSet<String> whole = new TreeSet<>();
        TreeSet<String> beginnings = new TreeSet<>();
        sources()
                .forEach(file -> USED.matcher(read(file)).results().forEach(use -> {
                    if (use.group(1) != null) {
                        whole.add(use.group(1));
                    } else {
                        beginnings.add(use.group(2));
                    }
                }));

        assertThat(keys(Samples.ENGLISH))
                .filteredOn(key -> !whole.contains(key) && beginnings.stream().noneMatch(key::startsWith))
                .as("not used")
                .isEmpty();
        assertThat(whole.stream().filter(key -> beginnings.stream().noneMatch(key::startsWith)))
                .filteredOn(key -> keys(Samples.ENGLISH).stream().anyMatch(known -> known.startsWith(room(key))))
                .allMatch(keys(Samples.ENGLISH)::contains, "is there");
        assertThat(Stream.of(ErrorKind.values()).map(kind -> "trouble." + kind)).allMatch(Samples.ENGLISH::has);
        assertThat(Stream.of(IdentityWeakness.values()).map(why -> "weakness." + why))
                .allMatch(Samples.ENGLISH::has);
    }

    @Test
    void templates_have_no_words_of_their_own() {
        List<String> words = files(TEMPLATES).stream()
                .flatMap(file -> PRINTED.matcher(read(file).replaceAll("(?m)^@param.*", ""))
                        .results()
                        .map(found -> file.getFileName() + ": " + found.group(1)))
                .filter(found -> !found.endsWith(": Broadsheet"))
                .toList();

        assertThat(words).isEmpty();
    }

    @Test
    void a_choice_wins_over_what_the_browser_asks_and_nonsense_gets_english() {
        assertThat(Texts.of("", "de-AT,de;q=0.9,en;q=0.5").language()).isEqualTo("de");
        assertThat(Texts.of("en", "de").language()).isEqualTo("en");
        assertThat(Texts.of("", "fr, nl;q=0.5").language()).isEqualTo("en");
        assertThat(Texts.of("", ";;q=x,,\u0000").language()).isEqualTo("en");
        assertThat(Texts.of("xx", null).language()).isEqualTo("en");
    }

    @Test
    void numbers_and_apostrophes_are_as_people_write_them() {
        Texts german = Texts.of("de", null);

        assertThat(Samples.ENGLISH.get("count.headlines", 1)).isEqualTo("1 headline");
        assertThat(Samples.ENGLISH.get("count.headlines", 12_345)).isEqualTo("12,345 headlines");
        assertThat(german.get("count.headlines", 12_345)).isEqualTo("12.345 Schlagzeilen");
        assertThat(german.get("poll.seconds", 1.5)).isEqualTo("1,50 Sekunden");
        assertThat(Samples.ENGLISH.get("sources.added", "Kurt's {0} paper")).startsWith("Kurt's {0} paper was added");
        assertThat(Samples.ENGLISH.get("trouble.TLS")).isEqualTo("The server's certificate is not valid.");
    }

    @Test
    void pages_speak_the_language_of_the_browser_or_the_one_that_was_chosen() {
        try (Site site = new Site()) {
            FeedId feed = site.store.feed("https://a.example/feed", "World");
            site.store.entries(feed, "One", "Two");

            assertThat(german(site, "/").select(".tabs").text()).contains("Alle 2 ungelesen", "Gemerkt", "Quellen");
            assertThat(german(site, "/").select("html").attr("lang")).isEqualTo("de");
            assertThat(german(site, "/feeds/77").select("h1").text()).isEqualTo("Hier ist nichts");
            assertThat(german(site, "/feeds/77").select("main").text()).contains("Diese Quelle gibt es nicht");

            site.post("/settings", "layout=list&density=compact&theme=auto&language=en");

            assertThat(german(site, "/").select("html").attr("lang")).isEqualTo("en");
        }
    }

    private static Document german(Site site, String path) {
        return Jsoup.parse(
                site.send(HttpRequest.newBuilder(site.address(path)).header("Accept-Language", "de-DE,de;q=0.8"))
                        .body());
    }

    private static Set<String> keys(Texts texts) {
        String language = texts.language().equals("en") ? "" : "_" + texts.language();
        try (var in = TextsTest.class.getResourceAsStream("/web/texts/texts" + language + ".properties")) {
            var file = new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new TreeSet<>(file.keySet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> holes(String text) {
        return HOLE.matcher(text)
                .results()
                .map(hole -> hole.group(1))
                .distinct()
                .sorted()
                .toList();
    }

    private static String room(String key) {
        return key.substring(0, key.indexOf('.') + 1);
    }

    private static Stream<Path> sources() {
        return Stream.concat(files(TEMPLATES).stream(), files(PAGES).stream());
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
