package org.broadsheet.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Documents as nobody wrote them: each number makes another one of a corpus, the same each time.
 *
 * @param maxBytes what a mutation makes longer is cut off here
 */
record Mutations(Corpus corpus, long seed, int maxBytes) {
    private static final Pattern TAG = Pattern.compile("<[^<>]{1,300}>");

    /** What parsers stumble over. */
    private static final List<String> STUMBLING = List.of(
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<?xml version=\"1.0\" encoding=\"utf-16\"?>",
            "<!DOCTYPE rss [<!ENTITY a \"b\">",
            "&#0;",
            "&#xD800;",
            "&a;",
            "&",
            "<",
            "</",
            "\"",
            "'",
            "\0",
            "\u001b",
            "\ufffe",
            "\ufeff",
            "xmlns:a=\"\"",
            " xmlns=\"http://www.w3.org/2005/Atom\"",
            " xml:base=\"//[::\"",
            " type=\"xhtml\"",
            "<a:",
            "<table><svg><title><style><a href=\"javascript:",
            "<math><mi><table>",
            "<select><template><b><p>",
            "{\"items\":[",
            "[[[[",
            "1e999999999");

    byte[] document(long number) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_000_007L + number);
        byte[] document = any(random);
        for (int changes = random.nextInt(1, 5); changes > 0; changes--) {
            document = cut(changed(document, random));
        }
        return document;
    }

    private byte[] changed(byte[] document, SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> flipped(document, random);
            case 1 -> truncated(document, random);
            case 2 -> spliced(document, any(random), random);
            case 3 -> repeated(document, random);
            case 4 -> swapped(document, random);
            case 5 -> nested(document, random);
            case 6 -> inserted(document, STUMBLING.get(random.nextInt(STUMBLING.size())), random);
            default -> without(document, random);
        };
    }

    private byte[] any(SplittableRandom random) {
        return corpus.documents().get(random.nextInt(corpus.documents().size()));
    }

    private static byte[] flipped(byte[] document, SplittableRandom random) {
        byte[] changed = document.clone();
        for (int flips = random.nextInt(1, 20); flips > 0 && changed.length > 0; flips--) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return changed;
    }

    private static byte[] truncated(byte[] document, SplittableRandom random) {
        int at = at(document, random);
        return random.nextInt(4) == 0 ? part(document, at, document.length) : part(document, 0, at);
    }

    private static byte[] spliced(byte[] first, byte[] second, SplittableRandom random) {
        return joined(part(first, 0, at(first, random)), part(second, at(second, random), second.length));
    }

    private byte[] repeated(byte[] document, SplittableRandom random) {
        int from = at(document, random);
        int to = Math.min(document.length, from + 1 + random.nextInt(1 << random.nextInt(1, 12)));
        byte[] chunk = part(document, from, to);
        int times = Math.min(1 << random.nextInt(18), maxBytes / Math.max(1, chunk.length));
        byte[] chunks = new byte[chunk.length * times];
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] = chunk[i % chunk.length];
        }
        return joined(part(document, 0, to), chunks, part(document, to, document.length));
    }

    private static byte[] swapped(byte[] document, SplittableRandom random) {
        List<int[]> tags = tags(document);
        if (tags.size() < 2) {
            return document;
        }
        int first = random.nextInt(tags.size() - 1);
        int[] a = tags.get(first);
        int[] b = tags.get(random.nextInt(first + 1, tags.size()));
        return joined(
                part(document, 0, a[0]),
                part(document, b[0], b[1]),
                part(document, a[1], b[0]),
                part(document, a[0], a[1]),
                part(document, b[1], document.length));
    }

    private static byte[] nested(byte[] document, SplittableRandom random) {
        List<int[]> tags = tags(document);
        int at = tags.isEmpty() ? 0 : tags.get(random.nextInt(tags.size()))[1];
        String name = List.of("b", "p", "div", "table", "a:b", "item", "svg", "ul><li", "font color=x")
                .get(random.nextInt(9));
        String escaped = random.nextBoolean() ? "<" + name + ">" : "&lt;" + name + "&gt;";
        int times = 1 << random.nextInt(15);
        String end = random.nextBoolean()
                ? escaped.replace("<", "</").replace("&lt;", "&lt;/").repeat(times)
                : "";
        return inserted(document, escaped.repeat(times) + "x" + end, at);
    }

    private static byte[] without(byte[] document, SplittableRandom random) {
        int from = at(document, random);
        int to = Math.min(document.length, from + random.nextInt(1, 200));
        return joined(part(document, 0, from), part(document, to, document.length));
    }

    private static byte[] inserted(byte[] document, String text, SplittableRandom random) {
        return inserted(document, text, at(document, random));
    }

    private static byte[] inserted(byte[] document, String text, int at) {
        return joined(
                part(document, 0, at), text.getBytes(StandardCharsets.UTF_8), part(document, at, document.length));
    }

    private static List<int[]> tags(byte[] document) {
        List<int[]> tags = new ArrayList<>();
        Matcher found = TAG.matcher(new String(document, StandardCharsets.ISO_8859_1));
        while (found.find()) {
            tags.add(new int[] {found.start(), found.end()});
        }
        return tags;
    }

    private static int at(byte[] document, SplittableRandom random) {
        return random.nextInt(document.length + 1);
    }

    private byte[] cut(byte[] document) {
        return document.length > maxBytes ? part(document, 0, maxBytes) : document;
    }

    private static byte[] part(byte[] document, int from, int to) {
        return java.util.Arrays.copyOfRange(document, from, to);
    }

    private static byte[] joined(byte[]... parts) {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
