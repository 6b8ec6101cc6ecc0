package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParseTest {
    @Test
    void lines_come_in_the_order_of_the_files_whatever_their_number(@TempDir Path folder) throws IOException {
        List<String> names = IntStream.range(0, 200)
                .mapToObj(i -> folder.resolve("f" + i).toString())
                .toList();
        for (String name : names) {
            Files.writeString(Path.of(name), name);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Ndjson.print(
                names, (file, line) -> line.put("text", new String(Ndjson.bytes(file), StandardCharsets.UTF_8)), out);

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(200);
        assertThat(lines.get(123))
                .isEqualTo("{\"file\":\"" + names.get(123) + "\",\"text\":\"" + names.get(123) + "\"}");
    }

    @Test
    void a_missing_file_is_an_error_in_its_own_line_only(@TempDir Path folder) throws IOException {
        Path there = Files.writeString(folder.resolve("there"), "x");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Ndjson.print(
                List.of(folder.resolve("gone").toString(), there.toString()),
                (file, line) -> line.put("bytes", Ndjson.bytes(file).length),
                out);

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.path("error").asText()).startsWith("cannot be read");
        assertThat(lines.get(1)).contains("\"bytes\":1");
    }

    @Test
    void a_hyphen_stands_for_the_names_on_standard_input() {
        ByteArrayInputStream in = new ByteArrayInputStream("b\n\nc\n".getBytes(StandardCharsets.UTF_8));

        assertThat(Ndjson.files(List.of("a", "-", "d"), in)).containsExactly("a", "b", "c", "d");
    }

    @Test
    void headers_are_read_from_the_sidecar_in_any_case(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("f.xml"), "x");
        Files.writeString(folder.resolve("f.xml.headers"), "content-type: text/xml; charset=koi8-r\n\nX: y\n");

        assertThat(Ndjson.header(file, "Content-Type")).contains("text/xml; charset=koi8-r");
        assertThat(Ndjson.header(file, "Content-Location")).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_read_is_unusable_input(@TempDir Path folder) {
        assertThat(Cli.run("parse", folder.resolve("gone").toString())).isEqualTo(2);
        assertThat(Cli.run("parse", "http://[::1")).isEqualTo(2);
    }
}
