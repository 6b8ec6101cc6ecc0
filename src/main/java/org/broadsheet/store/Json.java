package org.broadsheet.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.broadsheet.model.Enclosure;
import org.broadsheet.model.Preferences;
import org.jspecify.annotations.Nullable;

/** What one column holds as JSON; for lists, null stands for an empty one. */
final class Json {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    /** An enclosure as it is stored: the duration in whole seconds. */
    record StoredEnclosure(
            String url,
            @Nullable String type,
            @Nullable Long bytes,
            @Nullable Long seconds,
            @Nullable String title) {}

    private Json() {}

    static @Nullable String tags(List<String> tags) {
        return tags.isEmpty() ? null : write(tags);
    }

    static List<String> tags(@Nullable String json) {
        return json == null ? List.of() : read(json, new TypeReference<>() {});
    }

    static @Nullable String enclosures(List<Enclosure> enclosures) {
        return enclosures.isEmpty()
                ? null
                : write(enclosures.stream().map(Json::stored).toList());
    }

    static List<Enclosure> enclosures(@Nullable String json) {
        if (json == null) {
            return List.of();
        }
        List<StoredEnclosure> stored = read(json, new TypeReference<>() {});
        return stored.stream().map(Json::enclosure).toList();
    }

    static String preferences(Preferences preferences) {
        return write(StoredPreferences.of(preferences));
    }

    static Preferences preferences(String json) {
        return read(json, new TypeReference<StoredPreferences>() {}).preferences();
    }

    private static StoredEnclosure stored(Enclosure e) {
        Duration duration = e.duration();
        return new StoredEnclosure(
                e.url(), e.mimeType(), e.bytes(), duration == null ? null : duration.toSeconds(), e.title());
    }

    private static Enclosure enclosure(StoredEnclosure e) {
        Long seconds = e.seconds();
        return new Enclosure(
                e.url(), e.type(), e.bytes(), seconds == null ? null : Duration.ofSeconds(seconds), e.title());
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
