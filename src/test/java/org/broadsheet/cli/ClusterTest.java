package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class ClusterTest {
    @TempDir
    private Path folder;

    @Test
    void each_line_says_which_earlier_one_it_repeats() throws IOException {
        Outcome outcome = cluster(
                "{\"id\":\"a\",\"title\":\"Old lighthouse sold for one euro\",\"published\":\"2026-05-01T10:00:00Z\"}",
                "{\"id\":\"b\",\"title\":\"Bridge opens\",\"url\":\"https://post.example/bridge?utm_source=x\"}",
                "",
                "{\"id\":\"c\",\"title\":\"OLD LIGHTHOUSE SOLD FOR ONE EURO - Post\",\"published\":\"2026-05-01T11:00:00Z\"}",
                "{\"id\":\"d\",\"title\":\"Quite another title\",\"url\":\"http://www.post.example/bridge\"}");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.lines())
                .containsExactly(
                        "{\"id\":\"a\",\"story\":\"a\"}",
                        "{\"id\":\"b\",\"story\":\"b\"}",
                        "{\"id\":\"c\",\"story\":\"a\",\"dup_of\":\"a\"}",
                        "{\"id\":\"d\",\"story\":\"b\",\"dup_of\":\"b\"}");
    }

    @Test
    void a_line_that_cannot_be_used_is_named() throws IOException {
        assertThat(cluster("{\"id\":\"a\"}").error()).contains("line 1").contains("\"title\"");
        assertThat(cluster("{\"id\":\"a\",\"title\":\"t\"}", "what").error())
                .contains("line 2")
                .contains("not JSON");
        assertThat(cluster("{\"id\":\"a\",\"title\":\"t\"}", "{\"id\":\"a\",\"title\":\"t\"}")
                        .error())
                .contains("earlier line");
        assertThat(cluster("what").code()).isEqualTo(2);
    }

    @Test
    void lines_before_a_bad_one_have_been_answered() throws IOException {
        Outcome outcome = cluster("{\"id\":\"a\",\"title\":\"t\"}", "[]");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.lines()).containsExactly("{\"id\":\"a\",\"story\":\"a\"}");
        assertThat(outcome.error()).contains("line 2").hasLineCount(1);
    }

    private Outcome cluster(String... lines) throws IOException {
        Path file = Files.write(folder.resolve("list"), List.of(lines));
        return Outcome.of("cluster", "--ndjson", file.toString());
    }
}
