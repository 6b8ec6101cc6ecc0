package org.broadsheet.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.broadsheet.ingest.dedupe.Recent;
import org.broadsheet.ingest.dedupe.Wording;
import org.broadsheet.text.Dates;
import org.broadsheet.text.PlainText;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says for each headline of a list, as its line is read, which earlier one it repeats. */
@Command(
        name = "cluster",
        description =
                "Say which headlines repeat each other: lines {\"id\",\"title\",\"text\"?,\"published\"?,\"source\"?,\"url\"?}"
                        + " in, lines {\"id\",\"story\",\"dup_of\"?} out.",
        mixinStandardHelpOptions = true)
public final class Cluster implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--ndjson", description = "One JSON object a line, the only form there is.")
    private boolean ndjson;

    @Parameters(paramLabel = "FILE", description = "The list in order of arrival; - reads it from standard input.")
    private String file = "";

    @Override
    public Integer call() {
        if (!ndjson) {
            throw CommandFailure.unusable("cluster reads one JSON object a line; say: cluster --ndjson " + file);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (BufferedReader in = open()) {
            Recent recent = new Recent();
            Set<String> ids = new HashSet<>();
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank()) {
                    out.println(answer(read(line, number, ids), recent));
                }
            }
            return 0;
        } catch (IOException e) {
            throw CommandFailure.unusable(file + " cannot be read: " + e.getMessage());
        }
    }

    private BufferedReader open() throws IOException {
        return file.equals("-")
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(Path.of(file));
    }

    private JsonNode read(String line, int number, Set<String> ids) {
        JsonNode headline = parse(line, number);
        String id = headline.path("id").asText("");
        if (id.isEmpty() || !headline.path("title").isTextual()) {
            throw CommandFailure.unusable("line " + number + " of " + file + " needs an \"id\" and a \"title\".");
        }
        if (!ids.add(id)) {
            throw CommandFailure.unusable("line " + number + " of " + file + " has the id of an earlier line: " + id);
        }
        return headline;
    }

    private JsonNode parse(String line, int number) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw CommandFailure.unusable("line " + number + " of " + file + " is not JSON: " + e.getOriginalMessage());
        }
    }

    private static ObjectNode answer(JsonNode headline, Recent recent) {
        String id = headline.path("id").asText();
        Wording wording = Wording.of(
                Parser.unescapeEntities(headline.path("title").asText(), false),
                PlainText.of(headline.path("text").asText("")),
                Dates.read(text(headline, "published")),
                text(headline, "source"));
        Optional<String> first = recent.take(id, text(headline, "url"), wording);
        ObjectNode answer = JSON.createObjectNode().put("id", id).put("story", first.orElse(id));
        first.ifPresent(earlier -> answer.put("dup_of", earlier));
        return answer;
    }

    private static @Nullable String text(JsonNode headline, String name) {
        JsonNode value = headline.get(name);
        return value == null || !value.isTextual() ? null : value.asText();
    }
}
