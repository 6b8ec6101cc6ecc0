package org.broadsheet.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.constructor.ConstructYamlNull;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** The configuration file as keys with dots and the texts behind them. */
final class ConfigFile {
    private ConfigFile() {}

    /** Every scalar is a text, for other schemas make 1000.0 of a password 1e3; where nothing stands is nothing. */
    private static final class AsTyped extends FailsafeSchema {
        @Override
        public Map<Tag, ConstructNode> getSchemaTagConstructors() {
            return Map.of(Tag.NULL, new ConstructYamlNull());
        }
    }

    /** What the file says, each value as it was typed; lists with commas between. */
    static Map<String, String> values(Path file) throws BadConfig {
        Map<String, String> values = new HashMap<>();
        Object document = document(file, text(file));
        if (document != null) {
            flatten("", document, values, file);
        }
        return values;
    }

    private static @Nullable Object document(Path file, String text) throws BadConfig {
        LoadSettings asTyped = LoadSettings.builder()
                .setLabel(file.toString())
                .setSchema(new AsTyped())
                .build();
        try {
            return new Load(asTyped).loadFromString(text);
        } catch (YamlEngineException e) {
            throw new BadConfig("configuration file " + file + " is not valid YAML: "
                    + String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
        }
    }

    private static String text(Path file) throws BadConfig {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(file));
        CharBuffer text = CharBuffer.allocate(bytes.remaining());
        if (StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true).isError()) {
            String before = StandardCharsets.ISO_8859_1.decode(bytes.flip()).toString();
            long line = before.chars().filter(letter -> letter == '\n').count() + 1;
            throw new BadConfig("configuration file " + file + " is not UTF-8 in line " + line + "; save it as UTF-8.");
        }
        return text.flip().toString();
    }

    private static byte[] bytes(Path file) throws BadConfig {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BadConfig("configuration file " + file + " cannot be read; check its path and permissions.");
        }
    }

    private static void flatten(String key, @Nullable Object value, Map<String, String> into, Path file)
            throws BadConfig {
        if (value instanceof Map<?, ?> section) {
            for (Map.Entry<?, ?> item : section.entrySet()) {
                flatten(key.isEmpty() ? "" + item.getKey() : key + "." + item.getKey(), item.getValue(), into, file);
            }
        } else if (key.isEmpty()) {
            throw new BadConfig("configuration file " + file + " holds no keys; write them as \"server:\" and below it"
                    + " \"  port: 8080\".");
        } else if (value instanceof List<?> list) {
            into.put(key, list.stream().map(item -> Objects.toString(item, "")).collect(Collectors.joining(",")));
        } else {
            into.put(key, Objects.toString(value, ""));
        }
    }
}
