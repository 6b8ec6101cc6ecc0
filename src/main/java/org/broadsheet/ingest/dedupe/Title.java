package org.broadsheet.ingest.dedupe;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A headline as it is compared with those of other feeds.
 *
 * @param words without labels such as "UPDATE 2-"
 * @param head the words before something like " - Example Times" or " (2)", null where it ends in nothing of the kind
 * @param cut whether it was broken off: "Minister denies plan to..."
 */
record Title(List<String> words, @Nullable List<String> head, boolean cut) {
    /** Fewer say too little: "Letters to the editor" stands over a hundred columns. */
    private static final int FEWEST_CONTENT_WORDS = 3;

    private static final int LONGEST = 400;
    private static final int LONGEST_SOURCE = 40;

    private static final Pattern LABEL = Pattern.compile(
            "(?iu)^(?:\\s*(?:update(?:d)?(?:\\s+\\d{1,2})?|exclusive|breaking(?:\\s+news)?|correct(?:ed|ion)|just in|watch|video|photos"
                    + "|eilmeldung|exklusiv|exclusif|vidéo|en vivo|última hora)\\s*(?:[:|]|[-–—](?=\\S)|\\s[-–—]\\s))+\\s*");
    private static final Pattern ENDING =
            Pattern.compile("^(.+?)(?:\\s+[-–—|:·»]\\s+([^-–—|:·»]+)|\\s*\\(\\d{1,2}\\))\\s*$");
    private static final Pattern CUT = Pattern.compile("(?:…|\\.{3})[\\s\"'”’»]*$");

    static Title of(String text) {
        String plain = LABEL.matcher(text.substring(0, Math.min(text.length(), LONGEST)))
                .replaceFirst("");
        Matcher ending = ENDING.matcher(plain);
        boolean ends =
                ending.matches() && (ending.group(2) == null || ending.group(2).length() <= LONGEST_SOURCE);
        List<String> head = ends ? Tokens.of(CUT.matcher(ending.group(1)).replaceFirst("")) : null;
        return new Title(
                Tokens.of(plain),
                head != null && says(head) ? head : null,
                CUT.matcher(ends ? ending.group(1) : plain).find());
    }

    /** Whether it says enough to be recognised by. */
    boolean says() {
        return says(words);
    }

    private static boolean says(List<String> words) {
        return Tokens.content(words).limit(FEWEST_CONTENT_WORDS).count() == FEWEST_CONTENT_WORDS;
    }

    /** The first content words, which two forms of one headline have in common. */
    List<String> opening() {
        return Tokens.content(words).limit(FEWEST_CONTENT_WORDS).toList();
    }

    /** Whether both are forms of one headline. Two different endings make two headlines: "... - live", "... - analysis". */
    boolean isSameAs(Title other) {
        return says()
                && other.says()
                && (words.equals(other.words)
                        || words.equals(other.head)
                        || other.words.equals(head)
                        || isBeginningOf(other)
                        || other.isBeginningOf(this));
    }

    private boolean isBeginningOf(Title other) {
        List<String> own = head == null ? words : head;
        return cut && own.size() <= other.words.size() && own.equals(other.words.subList(0, own.size()));
    }
}
