package org.broadsheet.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.broadsheet.model.FolderSummary;
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
        Preferences preferences,
        Texts texts) {
    /** Folders with a tab of their own; more would bury the page under them. */
    private static final int FOLDERS = 24;

    static Frame of(Assets assets, String title, String path, Reader reader, Edition edition) {
        Shelf shelf = reader.shelf();
        return new Frame(
                assets,
                title,
                path,
                edition.texts().date("date.weekday", edition.today()),
                counts(shelf, edition.texts()),
                tabs(path, shelf, edition.texts()),
                List.of(),
                null,
                reader.preferences(),
                edition.texts());
    }

    /** What the keys of the person's board do. */
    public List<Key.Line> keys() {
        return Key.lines(preferences, texts);
    }

    /** The classes of the page in the style sheet. */
    public String style() {
        return java.util.stream.Stream.of(preferences.layout(), preferences.density(), preferences.theme())
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    Frame withFeeds(List<FeedLink> others) {
        return new Frame(assets, title, path, today, counts, tabs, others, change, preferences, texts);
    }

    Frame telling(long newChange) {
        return new Frame(assets, title, path, today, counts, tabs, feeds, newChange, preferences, texts);
    }

    /** Without the number of sources, where nobody counted them. */
    Frame withoutCounts() {
        return new Frame(assets, title, path, today, "", tabs, feeds, change, preferences, texts);
    }

    private static String counts(Shelf shelf, Texts texts) {
        return shelf.feeds().isEmpty()
                ? texts.get("frame.no-sources")
                : texts.get("stream.unread-from", shelf.unread(), shelf.feeds().size());
    }

    private static Tab folder(FolderSummary summary, String path, Texts texts) {
        String href = "/folders/" + summary.folder().slug();
        return Tab.counted(href, summary.folder().path().name(), texts.number(summary.unread()), path.equals(href));
    }

    private static List<Tab> tabs(String path, Shelf shelf, Texts texts) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(Tab.counted("/", texts.get("stream.all"), texts.number(shelf.unread()), path.equals("/")));
        List<Tab> folders = shelf.outermost().stream()
                .map(summary -> folder(summary, path, texts))
                .toList();
        tabs.addAll(folders.subList(0, Math.min(FOLDERS, folders.size())));
        folders.stream().skip(FOLDERS).filter(Tab::current).forEach(tabs::add);
        if (folders.size() > FOLDERS) {
            tabs.add(Tab.plain("/sources#folders", texts.get("row.and-more", folders.size() - FOLDERS), path));
        }
        tabs.add(Tab.plain("/unread", texts.get("stream.unread"), path));
        tabs.add(Tab.plain("/starred", texts.get("stream.starred"), path));
        tabs.add(Tab.plain("/sources", texts.get("sources.title"), path));
        return tabs;
    }
}
