package org.broadsheet.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.broadsheet.model.Enclosure;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to an article.
 *
 * @param note length and size as the publisher gives them, maybe empty
 */
public record Attachment(
        Kind kind, String href, String name, @Nullable String type, String note) {

    /** How a page shows it. */
    public enum Kind {
        AUDIO,
        VIDEO,
        FILE
    }

    /** Those that a page can offer; pictures are left out, as the article shows them itself. */
    static List<Attachment> of(List<Enclosure> enclosures, Texts texts) {
        List<Attachment> attachments = new ArrayList<>();
        for (Enclosure enclosure : enclosures) {
            String href = Link.safe(enclosure.url());
            if (href != null && !type(enclosure).startsWith("image/")) {
                attachments.add(new Attachment(
                        kind(enclosure), href, name(enclosure), enclosure.mimeType(), note(enclosure, texts)));
            }
        }
        return attachments;
    }

    private static Kind kind(Enclosure enclosure) {
        if (type(enclosure).startsWith("audio/")) {
            return Kind.AUDIO;
        }
        return type(enclosure).startsWith("video/") ? Kind.VIDEO : Kind.FILE;
    }

    private static String type(Enclosure enclosure) {
        return enclosure.mimeType() == null ? "" : enclosure.mimeType().toLowerCase(Locale.ROOT);
    }

    private static String name(Enclosure enclosure) {
        if (enclosure.title() != null && !enclosure.title().isBlank()) {
            return enclosure.title();
        }
        String path = enclosure.url().replaceFirst("[?#].*", "");
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? enclosure.url() : name;
    }

    private static String note(Enclosure enclosure, Texts texts) {
        List<String> parts = new ArrayList<>();
        if (enclosure.duration() != null && enclosure.duration().toSeconds() > 0) {
            parts.add(clock(enclosure.duration()));
        }
        if (enclosure.bytes() != null && enclosure.bytes() > 0) {
            parts.add(texts.bytes(enclosure.bytes()));
        }
        return String.join(" · ", parts);
    }

    private static String clock(Duration length) {
        return length.toHours() == 0
                ? String.format(Locale.ENGLISH, "%d:%02d", length.toMinutes(), length.toSecondsPart())
                : String.format(
                        Locale.ENGLISH,
                        "%d:%02d:%02d",
                        length.toHours(),
                        length.toMinutesPart(),
                        length.toSecondsPart());
    }
}
