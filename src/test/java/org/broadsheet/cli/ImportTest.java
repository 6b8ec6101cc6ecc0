package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.broadsheet.config.ConfigReader;
import org.broadsheet.server.WebServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class ImportTest {
    private static final String LIST = """
            <opml version="2.0"><body>
              <outline text="News"><outline type="rss" text="Post" xmlUrl="https://post.example/feed"/></outline>
              <outline type="rss" text="Mail" xmlUrl="mailto:me@post.example"/>
            </body></opml>""";

    @TempDir
    private Path folder;

    private Path settings;
    private Path list;

    @BeforeEach
    void aListAndAStoreOfItsOwn() throws IOException {
        Path data = folder.resolve("data");
        settings = Files.write(
                folder.resolve("broadsheet.yml"), List.of("data:", "  dir: " + data, "server:", "  port: 0"));
        list = Files.writeString(folder.resolve("list.opml"), LIST);
    }

    @Test
    void what_was_added_and_what_was_refused_is_told() {
        Outcome first = broadsheet("import", list.toString());
        Outcome second = broadsheet("import", list.toString());

        assertThat(first.code()).isZero();
        assertThat(first.lines()).containsExactly("1 feeds added, 0 were there, 1 refused.");
        assertThat(first.error())
                .contains("(Mail): Its address is not one of the web: mailto:me@post.example")
                .hasLineCount(1);
        assertThat(second.lines()).containsExactly("0 feeds added, 1 were there, 1 refused.");
        assertThat(broadsheet("export").lines()).anyMatch(line -> line.contains("https://post.example/feed"));
    }

    @Test
    void a_plan_changes_nothing() {
        Outcome plan = broadsheet("import", "--plan", list.toString());

        assertThat(plan.code()).isZero();
        assertThat(plan.lines()).first().asString().startsWith("+ ").contains("<https://post.example/feed> in News");
        assertThat(broadsheet("export").lines()).noneMatch(line -> line.contains("post.example"));
    }

    @Test
    void a_file_that_is_missing_or_no_list_is_unusable_input() throws IOException {
        Path prose = Files.writeString(folder.resolve("prose"), "Dear reader,");

        assertThat(broadsheet("import", folder.resolve("gone").toString()).code())
                .isEqualTo(2);
        assertThat(broadsheet("import", prose.toString()).code()).isEqualTo(2);
        assertThat(broadsheet("import", prose.toString()).error())
                .startsWith("broadsheet: " + prose + ": ")
                .hasLineCount(1);
    }

    @Test
    void while_a_server_has_the_store_it_does_the_same_and_the_command_says_the_same() throws Exception {
        Node node = Node.open(ConfigReader.read(settings, Map.of()), InstantSource.system());
        try (WebServer server = Surface.open(node)) {
            ServerFile.write(node.config().data().dir(), server.address());
            Outcome outcome = broadsheet("import", list.toString());

            assertThat(outcome.code()).isZero();
            assertThat(outcome.lines()).containsExactly("1 feeds added, 0 were there, 1 refused.");
            assertThat(outcome.error())
                    .contains("(Mail): Its address is not one of the web: mailto:me@post.example")
                    .hasLineCount(1);
            assertThat(node.subscribing().feeds(node.accounts().local())).hasSize(1);
        } finally {
            node.close();
        }
    }

    private Outcome broadsheet(String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--config";
        all[arguments.length + 1] = settings.toString();
        return Outcome.of(all);
    }
}
