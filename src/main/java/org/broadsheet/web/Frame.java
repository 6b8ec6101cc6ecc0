package org.broadsheet.web;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.broadsheet.model.Preferences;
import org.broadsheet.reading.Shelf;
import org.jspecify.annotations.Nullable;

/**
 * What every page has around its own matter.
 *
 * @param title of the browser's window
 * @param path of the page, under which its tab is the current one
 * @param feeds the same stream for other programs, empty where the page is no stream
 * @param change the store's change the page was made at, null where it does not tell of new headlines
 */
public record Frame(
        Assets assets,
        String title,
        String path,
        String today,
        String counts,
        List<Tab> tabs,
        List<FeedLink> feeds,
        @Nullable Long change,
        Preferences preferences) {
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);

    static Frame of(Assets assets, String title, String path, Reader reader, Now now) {
        Shelf shelf = reader.shelf();
        return new Frame(
                assets,
                title,
                path,
                TODAY.format(now.today()),
                counts(shelf),
                tabs(path, shelf),
                List.of(),
                null,
                reader.preferences());
    }

    /** What the keys of the person's board do. */
    public List<Key.Line> keys() {
        return Key.lines(preferences);
    }

    /** The classes of the page in the style sheet. */
    public String style() {
        return java.util.stream.Stream.of(preferences.layout(), preferences.density(), preferences.theme())
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    Frame withFeeds(List<FeedLink> others) {
        return new Frame(assets, title, path, today, counts, tabs, others, change, preferences);
    }

    Frame telling(long newChange) {
        return new Frame(assets, title, path, today, counts, tabs, feeds, newChange, preferences);
    }

    /** Without the number of sources, where nobody counted them. */
    Frame withoutCounts() {
        return new Frame(assets, title, path, today, "", tabs, feeds, change, preferences);
    }

    private static String counts(Shelf shelf) {
        return shelf.feeds().isEmpty()
                ? "no sources yet"
                : Counts.of(shelf.unread()) + " unread from "
                        + Counts.of(shelf.feeds().size(), "source");
    }

    private static List<Tab> tabs(String path, Shelf shelf) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(Tab.counted("/", "All", shelf.unread(), path.equals("/")));
        shelf.outermost().forEach(summary -> {
            String href = "/folders/" + summary.folder().slug();
            tabs.add(Tab.counted(href, summary.folder().path().name(), summary.unread(), path.equals(href)));
        });
        tabs.add(Tab.plain("/unread", "Unread", path));
        tabs.add(Tab.plain("/starred", "Starred", path));
        tabs.add(Tab.plain("/sources", "Sources", path));
        return tabs;
    }
}
