package org.broadsheet.bench.speed;

import java.util.Random;

/** Words without sense, the same for the same entry each time: one to four kilobytes of ordinary markup. */
final class Prose {
    private static final int VOCABULARY = 20_000;

    private final Random random;

    Prose(int feed, int entry) {
        random = new Random(feed * 1_000_003L + entry);
    }

    String title() {
        return "Title " + words(8);
    }

    String html() {
        StringBuilder html = new StringBuilder();
        int paragraphs = 3 + random.nextInt(9);
        for (int paragraph = 0; paragraph < paragraphs; paragraph++) {
            html.append("<p>").append(words(45)).append(" <a href=\"https://example.org/");
            html.append(random.nextInt(VOCABULARY))
                    .append("?utm_source=rss&amp;page=2\">")
                    .append(words(2));
            html.append("</a> <em>")
                    .append(words(3))
                    .append("</em> — ")
                    .append(words(12))
                    .append(".</p>\n");
        }
        return html.append("<p><img src=\"https://example.org/p.jpg\" width=\"600\" alt=\"A picture\"></p>")
                .toString();
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            // Common words are common: the square makes small numbers likely.
            double share = random.nextDouble();
            String word = Integer.toString(1_000 + (int) (share * share * VOCABULARY), 36);
            words.append(i == 0 ? "" : " ").append(word);
        }
        return words.toString();
    }
}
