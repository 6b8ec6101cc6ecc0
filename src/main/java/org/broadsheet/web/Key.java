package org.broadsheet.web;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadsheet.model.Preferences;

/** What single keys do: the commands, in the order of the help, with the keys that other readers use. */
public enum Key {
    NEXT("next", "j"),
    PREVIOUS("previous", "k"),
    NEXT_UNREAD("nextUnread", "n"),
    OPEN("open", "o"),
    ORIGINAL("original", "v"),
    READ("read", "m"),
    STAR("star", "s"),
    MARK_ALL("markAll", "Shift+a"),
    UNDO("undo", "z"),
    REFRESH("refresh", "r"),
    HELP("help", "?"),
    GO_ALL("goAll", "g a"),
    GO_UNREAD("goUnread", "g u"),
    GO_STARRED("goStarred", "g s"),
    GO_SOURCES("goSources", "g f"),
    GO_SETTINGS("goSettings", "g p");

    private static final Pattern TYPED =
            Pattern.compile("(?:\\S )?(?:Shift\\+)?(?:\\S|Enter|Escape|Arrow(?:Up|Down|Left|Right))");

    private final String command;
    private final String usual;

    Key(String command, String usual) {
        this.command = command;
        this.usual = usual;
    }

    /** A key as pages print it. */
    public record Line(String command, String key, String text) {}

    /** The usual keys by command. */
    static Map<String, String> usual() {
        return Arrays.stream(values()).collect(Collectors.toMap(key -> key.command, key -> key.usual));
    }

    static List<Line> lines(Preferences preferences, Texts texts) {
        return Arrays.stream(values())
                .map(key -> new Line(
                        key.command,
                        preferences.bindings().getOrDefault(key.command, key.usual),
                        texts.get("key." + key.command)))
                .toList();
    }

    /** Why these keys cannot be used together; empty when they can. */
    static Optional<String> refusal(Map<String, String> bindings, Texts texts) {
        Set<String> taken = new HashSet<>();
        for (Key key : values()) {
            String typed = bindings.getOrDefault(key.command, key.usual);
            if (!TYPED.matcher(typed).matches()) {
                return Optional.of(texts.get("settings.no-key", typed, texts.get("key." + key.command)));
            }
            if (!taken.add(typed)) {
                return Optional.of(texts.get("settings.key-twice", typed, texts.get("key." + key.command)));
            }
        }
        return Optional.empty();
    }
}
