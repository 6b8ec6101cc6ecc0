package org.broadsheet.ingest.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.ingest.parse.ParseResult.NotAFeed;
import org.broadsheet.ingest.parse.ParseResult.Parsed;
import org.jspecify.annotations.Nullable;

/**
 * What a fixture claims of itself, in its first comment, its {@code _facts}, or {@code FILE.facts} beside it.
 *
 * <p>Lines {@code = path: value} name a field of ParsedFeed ({@code entries.0.title}); the value of a list is its length,
 * {@code (absent)} is no value. {@code = error: word} is the error kind. {@code base:} and {@code type:} go in.
 */
record Facts(
        Map<String, String> claims,
        @Nullable String base,
        @Nullable String contentType) {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(Duration.class, ToStringSerializer.instance))
            .build();

    static Facts of(Path file, byte[] bytes) throws IOException {
        Map<String, String> claims = new LinkedHashMap<>();
        String base = null;
        String type = null;
        for (String line : lines(file, bytes)) {
            int colon = line.indexOf(": ");
            if (line.startsWith("= ")) {
                claims.put(line.substring(2, colon), line.substring(colon + 2).strip());
            } else if (line.startsWith("base: ")) {
                base = line.substring(colon + 2).strip();
            } else if (line.startsWith("type: ")) {
                type = line.substring(colon + 2).strip();
            }
        }
        return new Facts(claims, base, type);
    }

    private static List<String> lines(Path file, byte[] bytes) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".facts");
        if (Files.exists(beside)) {
            return Files.readAllLines(beside);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (file.toString().endsWith(".json")) {
            List<String> lines = new ArrayList<>();
            for (String fact : text.split("\"\\s*,\\s*\"|\\[\"|\"\\]", -1)) {
                lines.add(fact.replace("\\\"", "\""));
            }
            return lines;
        }
        int from = text.indexOf("<!--");
        return text.substring(from, text.indexOf("-->", from)).lines().toList();
    }

    JsonNode tree(ParseResult result) {
        return result.match(
                (Parsed parsed) -> MAPPER.valueToTree(parsed.feed()),
                (NotAFeed none) ->
                        MAPPER.createObjectNode().put("error", none.kind().word()));
    }

    static String at(JsonNode root, String path) {
        JsonNode node = root.at("/" + path.replace('.', '/'));
        if (node.isMissingNode() || node.isNull()) {
            return "(absent)";
        }
        return node.isArray() ? Integer.toString(node.size()) : node.asText();
    }
}
