package org.broadsheet.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A file that belongs to an entry: audio, video, an image, a document. {@code bytes} is the publisher's word, not measured. */
public record Enclosure(
        String url,
        @Nullable String mimeType,
        @Nullable Long bytes,
        @Nullable Duration duration,
        @Nullable String title) {}
