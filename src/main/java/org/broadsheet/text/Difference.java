package org.broadsheet.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What changed from one text to another, paragraph by paragraph and in them word by word. Pure. */
public final class Difference {
    /** Beyond this, two texts are compared no further: comparing takes time by the square of what differs. */
    public static final int MOST_PARAGRAPHS = 1_000;

    /** Of one paragraph. All of a long article stays within a second then. */
    private static final int MOST_WORDS = 500;

    /** What became of a piece of text. */
    public enum Kind {
        KEPT,
        REMOVED,
        ADDED
    }

    /** A run of words. */
    public record Piece(Kind kind, String text) {}

    /** Pieces that stand in one paragraph, in reading order. */
    public record Paragraph(List<Piece> pieces) {
        /** Whether it reads as before. */
        public boolean isKept() {
            return pieces.stream().allMatch(piece -> piece.kind() == Kind.KEPT);
        }
    }

    private Difference() {}

    /** The difference of two texts, given as their paragraphs; of longer ones that of their first {@link #MOST_PARAGRAPHS}. */
    public static List<Paragraph> between(List<String> before, List<String> after) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (Run run : runs(limited(before), limited(after))) {
            run.kept().forEach(text -> paragraphs.add(whole(Kind.KEPT, text)));
            int pairs = Math.min(run.removed().size(), run.added().size());
            for (int i = 0; i < pairs; i++) {
                paragraphs.add(
                        new Paragraph(pieces(run.removed().get(i), run.added().get(i))));
            }
            run.removed().stream().skip(pairs).forEach(text -> paragraphs.add(whole(Kind.REMOVED, text)));
            run.added().stream().skip(pairs).forEach(text -> paragraphs.add(whole(Kind.ADDED, text)));
        }
        return List.copyOf(paragraphs);
    }

    private static List<String> limited(List<String> paragraphs) {
        return paragraphs.subList(0, Math.min(paragraphs.size(), MOST_PARAGRAPHS));
    }

    private static Paragraph whole(Kind kind, String text) {
        return new Paragraph(List.of(new Piece(kind, text)));
    }

    private static List<Piece> pieces(String before, String after) {
        List<String> source = words(before);
        List<String> target = words(after);
        if (source.size() > MOST_WORDS || target.size() > MOST_WORDS) {
            return List.of(new Piece(Kind.REMOVED, before), new Piece(Kind.ADDED, after));
        }
        List<Piece> pieces = new ArrayList<>();
        for (Run run : runs(source, target)) {
            add(Kind.KEPT, run.kept(), pieces);
            add(Kind.REMOVED, run.removed(), pieces);
            add(Kind.ADDED, run.added(), pieces);
        }
        return List.copyOf(pieces);
    }

    private static void add(Kind kind, List<String> words, List<Piece> pieces) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }

    /** What is kept, and what is taken away and added after it. */
    private record Run(List<String> kept, List<String> removed, List<String> added) {
        /** A phrase that was replaced is easier to read than its words one by one. */
        boolean isBridged(List<String> between) {
            return !removed.isEmpty() && !added.isEmpty() && between.stream().allMatch(String::isBlank);
        }
    }

    private static List<Run> runs(List<String> before, List<String> after) {
        List<Run> runs = new ArrayList<>();
        Run run = new Run(List.of(), new ArrayList<>(), new ArrayList<>());
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>(), null, true)
                .getDeltas()) {
            boolean kept = delta.getType() == DeltaType.EQUAL;
            if (kept && !run.isBridged(delta.getSource().getLines())) {
                runs.add(run);
                run = new Run(delta.getSource().getLines(), new ArrayList<>(), new ArrayList<>());
            } else {
                run.removed().addAll(delta.getSource().getLines());
                run.added().addAll(delta.getTarget().getLines());
            }
        }
        runs.add(run);
        return runs;
    }

    /** Words and the blanks between them; in scripts without blanks, single characters. */
    private static List<String> words(String text) {
        return Arrays.asList(text.split("(?<=\\s)|(?=\\s)|(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}])"));
    }
}
