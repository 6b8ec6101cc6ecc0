package org.broadsheet.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.model.ErrorKind;

/**
 * What became of a list of feeds, in the words of the page. Programs are told the same in English sentences, which are known
 * here by their form; one that is not is shown as it is.
 */
final class ListText {
    private record Known(String key, Pattern english) {}

    private static final List<Known> KNOWN = List.of(
            known("report.points-elsewhere", "It points to another page or list, which is not followed\\."),
            known("report.no-address", "It says that it is a feed, but has no address\\."),
            known("report.other-address", "Its address is not one of the web: (.*)"),
            known("report.command", "It names a command to run, which is not kept\\."),
            known("report.twice", "Its address stands in the list already: (.*)"),
            known("report.broken", "Its markup is broken or cut off; what could be read was kept\\. \\((.*)\\)"),
            known("report.too-many", "It has more than (\\d+) outlines; those after them were not read\\."),
            known("report.broke-off", "The import broke off; what it had done by then is kept\\."),
            known("report.typed", "\"(.*)\" is no address; it must look like .*"),
            known("report.wait", "Its server asked to be left alone until (.*); try again then\\."),
            known("report.answered", "The server answered (\\d+.*)\\."),
            known("report.too-large", "(.*) is larger than (\\d+) MB\\."),
            known("report.empty", "(.*) is empty\\."),
            known("report.no-markup", "(.*) is not OPML: it holds no markup\\."),
            known("report.web-page", "(.*) is not OPML: it is a web page\\."),
            known("report.a-feed", "(.*) is not OPML: it is a feed; add its address instead\\."),
            known("report.other-markup", "(.*) is not OPML: it begins with <(.*)> where <opml> should stand\\."),
            known("report.no-file", "(.*) is no file\\."),
            known("report.unreadable", "(.*) cannot be read\\."));

    private static final Pattern OUTLINE = Pattern.compile("outline (\\d+)(?: \\((.*)\\))?", Pattern.DOTALL);
    private static final String STAY = " The subscriptions stay as they are.";

    private ListText() {}

    /** Why something of a list was not taken. */
    static String why(String english, Texts texts) {
        if (english.endsWith(STAY)) {
            return why(english.substring(0, english.length() - STAY.length()), texts) + " " + texts.get("report.stay");
        }
        return KNOWN.stream()
                .flatMap(known -> said(known, english, texts).stream())
                .findFirst()
                .or(() -> trouble(english, texts))
                .orElse(english);
    }

    /** Which part of a list it is about: an address, which is what it is, an outline or the whole. */
    static String where(String english, Texts texts) {
        if (english.equals("document")) {
            return texts.get("report.document");
        }
        Matcher outline = OUTLINE.matcher(english);
        if (!outline.matches()) {
            return english;
        }
        String title = outline.group(2);
        return texts.get("report.outline", outline.group(1)) + (title == null ? "" : " (" + title + ")");
    }

    private static Known known(String key, String english) {
        return new Known(key, Pattern.compile(english, Pattern.DOTALL));
    }

    private static Optional<String> said(Known known, String english, Texts texts) {
        Matcher sentence = known.english().matcher(english);
        return sentence.matches()
                ? Optional.of(texts.get(known.key(), values(sentence.toMatchResult(), texts)))
                : Optional.empty();
    }

    private static Object[] values(MatchResult sentence, Texts texts) {
        List<Object> values = new ArrayList<>();
        for (int group = 1; group <= sentence.groupCount(); group++) {
            String value = sentence.group(group);
            values.add(value.equals("The file") ? texts.get("report.the-file") : value);
        }
        return values.toArray();
    }

    private static Optional<String> trouble(String english, Texts texts) {
        return Arrays.stream(ErrorKind.values())
                .filter(kind -> kind.sentence().equals(english))
                .findFirst()
                .map(kind -> texts.get("trouble." + kind));
    }
}
