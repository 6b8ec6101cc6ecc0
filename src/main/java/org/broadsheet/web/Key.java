package org.broadsheet.web;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.broadsheet.model.Preferences;

/** What single keys do: the commands, in the order of the help, with the keys that other readers use. */
public enum Key {
    NEXT("next", "j", "Next headline or article"),
    PREVIOUS("previous", "k", "Headline or article before"),
    NEXT_UNREAD("nextUnread", "n", "Next unread"),
    OPEN("open", "o", "Open (as Enter does)"),
    ORIGINAL("original", "v", "Read at the source"),
    READ("read", "m", "Mark as read or unread"),
    STAR("star", "s", "Star, or take the star away"),
    MARK_ALL("markAll", "Shift+a", "Mark all as read"),
    UNDO("undo", "z", "Undo that"),
    REFRESH("refresh", "r", "Load the page again"),
    HELP("help", "?", "These keys"),
    GO_ALL("goAll", "g a", "Go to all headlines"),
    GO_UNREAD("goUnread", "g u", "Go to what is unread"),
    GO_STARRED("goStarred", "g s", "Go to what is starred"),
    GO_SOURCES("goSources", "g f", "Go to the sources"),
    GO_SETTINGS("goSettings", "g p", "Go to the settings");

    private static final Pattern TYPED =
            Pattern.compile("(?:\\S )?(?:Shift\\+)?(?:\\S|Enter|Escape|Arrow(?:Up|Down|Left|Right))");

    private final String command;
    private final String usual;
    private final String text;

    Key(String command, String usual, String text) {
        this.command = command;
        this.usual = usual;
        this.text = text;
    }

    /** A key as pages print it. */
    public record Line(String command, String key, String text) {}

    static List<Line> lines(Preferences preferences) {
        return Arrays.stream(values())
                .map(key ->
                        new Line(key.command, preferences.bindings().getOrDefault(key.command, key.usual), key.text))
                .toList();
    }

    /** Why these keys cannot be used together; empty when they can. */
    static Optional<String> refusal(Map<String, String> bindings) {
        Set<String> taken = new HashSet<>();
        for (Key key : values()) {
            String typed = bindings.getOrDefault(key.command, key.usual);
            if (!TYPED.matcher(typed).matches()) {
                return Optional.of("\"" + typed + "\" is no key for \"" + key.text
                        + "\": it must be one such as x, Shift+x, Enter, or two such as g x.");
            }
            if (!taken.add(typed)) {
                return Optional.of(
                        "The key " + typed + " cannot do two things; it is wanted for \"" + key.text + "\" too.");
            }
        }
        return Optional.empty();
    }
}
