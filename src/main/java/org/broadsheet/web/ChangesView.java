package org.broadsheet.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.model.Article;
import org.broadsheet.model.Revision;
import org.broadsheet.text.Difference;
import org.broadsheet.text.Difference.Paragraph;
import org.broadsheet.text.Difference.Piece;
import org.broadsheet.text.Paragraphs;
import org.jspecify.annotations.Nullable;

/**
 * One change of an article, ready to print.
 *
 * @param oldTitle null where the headline stayed
 * @param blocks what became of the text; empty when only the headline changed
 * @param others the changes that are kept, newest first
 */
public record ChangesView(
        Row row,
        String title,
        @Nullable String oldTitle,
        When when,
        List<Block> blocks,
        List<Other> others,
        @Nullable String note) {
    /** Around a change so many unchanged paragraphs are shown, so that it can be placed. */
    private static final int CONTEXT = 1;

    /** Some pieces of one paragraph, or how many unchanged paragraphs are left out here. */
    public record Block(List<Piece> pieces, int leftOut) {}

    /** A change that can be looked at. */
    public record Other(String href, When when, boolean current) {}

    /**
     * Compares an earlier text with the one that followed it.
     *
     * @param earlier oldest first; not empty
     * @param number of the earlier text that was changed
     */
    static ChangesView of(Article article, List<Revision> earlier, int number, Edition edition) {
        List<Revision> texts = new ArrayList<>(earlier);
        texts.add(current(article, earlier));
        int at = IntStream.range(0, earlier.size())
                .filter(i -> earlier.get(i).number() == number)
                .findFirst()
                .orElse(earlier.size() - 1);
        Revision before = texts.get(at);
        Revision after = texts.get(at + 1);
        List<Paragraph> paragraphs = Difference.between(
                Paragraphs.of(before.content().value()),
                Paragraphs.of(after.content().value()));
        return new ChangesView(
                Row.of(article.headline(), edition),
                after.title(),
                before.title().equals(after.title()) ? null : before.title(),
                When.past(after.seenAt(), edition),
                blocks(paragraphs),
                others(texts, at, article, edition),
                paragraphs.size() >= Difference.MOST_PARAGRAPHS
                        ? edition.texts().get("changes.beginning")
                        : null);
    }

    private static Revision current(Article article, List<Revision> earlier) {
        var entry = article.headline().entry();
        Instant changed = entry.updated() == null ? entry.firstSeen() : entry.updated();
        return new Revision(earlier.size(), changed, entry.title(), article.content());
    }

    private static List<Other> others(List<Revision> texts, int shown, Article article, Edition edition) {
        String path = "/entries/" + article.headline().entry().id() + "/changes?text=";
        List<Other> others = new ArrayList<>();
        for (int i = texts.size() - 2; i >= 0; i--) {
            When when = When.past(texts.get(i + 1).seenAt(), edition);
            others.add(new Other(path + texts.get(i).number(), when, i == shown));
        }
        return others;
    }

    private static List<Block> blocks(List<Paragraph> paragraphs) {
        if (paragraphs.stream().allMatch(Paragraph::isKept)) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        int leftOut = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            if (isNearChange(paragraphs, i)) {
                gap(leftOut, blocks);
                leftOut = 0;
                blocks.add(new Block(paragraphs.get(i).pieces(), 0));
            } else {
                leftOut++;
            }
        }
        gap(leftOut, blocks);
        return blocks;
    }

    private static void gap(int leftOut, List<Block> blocks) {
        if (leftOut > 0) {
            blocks.add(new Block(List.of(), leftOut));
        }
    }

    private static boolean isNearChange(List<Paragraph> paragraphs, int at) {
        return IntStream.rangeClosed(Math.max(0, at - CONTEXT), Math.min(paragraphs.size() - 1, at + CONTEXT))
                .anyMatch(i -> !paragraphs.get(i).isKept());
    }
}
