package org.broadsheet.api.feeds;

import java.time.Duration;
import java.util.List;
import org.broadsheet.model.Entry;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.Headline;
import org.broadsheet.model.NewEntry;
import org.broadsheet.reading.TestStore;

/** A newsstand with nasty entries of eight feeds in folders with nasty names, some of them edited, starred, labelled. */
final class NastyStand {
    static final int FEEDS = 8;
    private static final List<String> FOLDERS =
            List.of("World", "A <b>bold</b> & \"quoted\" folder", "日本", "R&D; &lt;");

    private NastyStand() {}

    static Newsstand open(int entriesOfEach) {
        Newsstand stand = new Newsstand(TestStore.h2());
        TestStore store = stand.store;
        for (int feed = 0; feed < FEEDS; feed++) {
            String address = "https://paper-" + feed + ".example/feed?a=1&b=" + feed;
            FeedId id = store.feed(address, feed == FEEDS - 1 ? null : FOLDERS.get(feed % FOLDERS.size()));
            NewEntry[] entries = new NastyEntries(feed, store.clock.instant()).of(entriesOfEach, "paper-" + feed);
            store.put(id, entries);
            store.clock.advance(Duration.ofHours(7));
        }
        touch(store);
        return stand;
    }

    private static void touch(TestStore store) {
        List<EntryId> ids =
                store.all().stream().map(Headline::entry).map(Entry::id).toList();
        for (int i = 0; i < ids.size(); i += 17) {
            store.edit(ids.get(i), "Edited & <i>changed</i> " + i, "<p>Edited &amp; changed " + i + "</p>");
            store.marking.set(store.account, ids.get(i + 1 < ids.size() ? i + 1 : i), null, true);
            store.labelling.add(store.account, ids.get(i), "To <read> & keep");
        }
    }
}
