package org.broadsheet.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.ingest.opml.OpmlDocument;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.ForeignAttributes;
import org.broadsheet.model.HeldSubscription;
import org.broadsheet.model.Holdings;
import org.broadsheet.model.ListedFeed;
import org.broadsheet.model.OtherOutline;

/** A list whose markup broke, with what is kept of other programs put back: that nothing of it was read says nothing. Pure. */
final class Mended {
    private Mended() {}

    static OpmlDocument of(OpmlDocument list, Holdings held) {
        if (!list.isBroken()) {
            return list;
        }
        Map<ListedFeed, HeldSubscription> matches = Matches.of(held.feeds(), list.feeds());
        List<ListedFeed> feeds = new ArrayList<>();
        for (ListedFeed feed : list.feeds()) {
            HeldSubscription there = matches.get(feed);
            feeds.add(
                    there == null
                            ? feed
                            : feed.with(feed.foreign().and(there.kept().foreign())));
        }
        Map<FolderPath, ForeignAttributes> folders = new LinkedHashMap<>(list.folders());
        held.folders().forEach((path, said) -> folders.merge(path, said, ForeignAttributes::and));
        Set<OtherOutline> others = new LinkedHashSet<>(list.others());
        others.addAll(held.others());
        return new OpmlDocument(list.title(), feeds, folders, List.copyOf(others), list.problems());
    }
}
