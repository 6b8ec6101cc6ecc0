package org.broadsheet.ingest.clean;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an attribute may say, by its name. Values are text; the writer escapes them. */
final class AttributeValues {
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8}){0,8}");
    private static final Pattern DIRECTION = Pattern.compile("ltr|rtl|auto", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALIGNMENT = Pattern.compile("left|right|center|justify", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCOPE = Pattern.compile("(?:row|col)(?:group)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern LIST_TYPE = Pattern.compile("[1aAiI]|disc|circle|square");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})(?:\\.\\d{1,6})?(?:px)?");
    private static final int MAX_SPAN = 1000;
    private static final int MAX_TEXT = 2000;

    private AttributeValues() {}

    /** The value to write for an attribute that is no address; null when it says nothing of use. */
    static @Nullable String kept(String name, String value) {
        String text = value.strip();
        return switch (name) {
            case "reversed", "open" -> "";
            case "start", "value" -> matching(INTEGER, text);
            case "colspan", "rowspan", "span" -> span(text);
            case "lang" -> matching(LANGUAGE, text);
            case "dir" -> matching(DIRECTION, text);
            case "align" -> matching(ALIGNMENT, text);
            case "scope" -> matching(SCOPE, text);
            case "type" -> matching(LIST_TYPE, text);
            default -> text(text);
        };
    }

    /** Free text of a bounded length; null when empty. */
    static @Nullable String text(String value) {
        String text = value.strip();
        return text.isEmpty() || text.length() > MAX_TEXT ? null : text;
    }

    /** A width or height in whole CSS pixels; -1 when it is missing or anything else, such as a percentage. */
    static int pixels(String value) {
        var size = SIZE.matcher(value.strip());
        return size.matches() ? Integer.parseInt(size.group(1)) : -1;
    }

    private static @Nullable String matching(Pattern pattern, String text) {
        return pattern.matcher(text).matches() ? text : null;
    }

    /** HTML §4.9.11: browsers take no more than 1000 columns. */
    private static @Nullable String span(String text) {
        int span = pixels(text);
        return span < 1 || span > MAX_SPAN ? null : Integer.toString(span);
    }
}
