package org.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Holds what DESIGN and ARCHITECTURE.md say of the house. */
class HouseTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Layers LAYERS = Layers.of(Layers.read(Path.of("ARCHITECTURE.md")));

    @Test
    void imports_point_where_the_table_allows() {
        assertThat(LAYERS.allowed()).hasSizeGreaterThan(15);
        assertThat(LAYERS.violations(MAIN)).isEmpty();
    }

    @Test
    void a_planted_violation_is_found() {
        String page = "package org.broadsheet.web;\nimport org.broadsheet.store.Database;\n";
        String step = "package org.broadsheet.ingest.parse;\nimport org.broadsheet.ingest.clean.Cleaner;\n";
        String stranger = "package org.broadsheet.gossip;\n";

        assertThat(LAYERS.violations("Page.java", page)).containsExactly("Page.java: web must not import store");
        assertThat(LAYERS.violations("Step.java", step))
                .containsExactly("Step.java: ingest.parse must not import ingest.clean");
        assertThat(LAYERS.violations("Stranger.java", stranger)).hasSize(1);
    }

    @Test
    void the_table_has_no_circles() {
        LAYERS.allowed()
                .forEach((from, below) ->
                        below.forEach(to -> assertThat(LAYERS.allowed().getOrDefault(to, java.util.Set.of()))
                                .as("%s imports %s, so not the other way round", from, to)
                                .doesNotContain(from)));
    }

    @Test
    void every_package_says_what_it_is() {
        for (Path file : Layers.javaFiles(MAIN)) {
            assertThat(file.resolveSibling("package-info.java")).exists();
        }
    }

    @Test
    void only_the_cleaner_makes_safe_html() {
        assertThat(filesWith(source -> source.contains("new SafeHtml("), "ingest/clean", "model/SafeHtml"))
                .isEmpty();
    }

    @Test
    void only_the_fetcher_opens_connections_and_only_the_store_speaks_jdbc() {
        assertThat(filesWith(source -> source.contains("import org.apache.hc."), "ingest/fetch"))
                .isEmpty();
        assertThat(filesWith(
                        source -> source.contains("import java.sql.") || source.contains("import org.jdbi."), "store/"))
                .isEmpty();
        assertThat(filesWith(
                        source -> source.contains("import com.rometools."), "ingest/parse", "ingest/opml", "publish/"))
                .isEmpty();
    }

    @Test
    void files_stay_small() {
        assertThat(filesWith(source -> source.lines().count() > 400)).isEmpty();
    }

    @Test
    void one_template_prints_html_as_it_is_and_takes_safe_html() throws Exception {
        List<Path> unsafe;
        try (var files = Files.walk(Path.of("src/main/jte"))) {
            unsafe = files.filter(file -> file.toString().endsWith(".jte"))
                    .filter(file -> Layers.read(file).contains("$unsafe"))
                    .toList();
        }
        assertThat(unsafe).hasSizeLessThanOrEqualTo(1);
        unsafe.forEach(file -> assertThat(Layers.read(file)).contains("@param SafeHtml html"));
    }

    private static List<String> filesWith(Predicate<String> what, String... exceptIn) {
        return Layers.javaFiles(MAIN).stream()
                .filter(file -> what.test(Layers.read(file)))
                .map(file -> file.toString().replace('\\', '/'))
                .filter(file -> List.of(exceptIn).stream().noneMatch(file::contains))
                .toList();
    }
}
