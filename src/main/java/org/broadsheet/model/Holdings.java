package org.broadsheet.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that an account's own list of feeds would say.
 *
 * @param feeds in the order in which they came
 * @param folders what lists said of folders, of those they said anything of
 * @param others outlines that are neither feed nor folder
 */
public record Holdings(
        List<HeldSubscription> feeds, Map<FolderPath, ForeignAttributes> folders, List<OtherOutline> others) {
    public Holdings {
        feeds = List.copyOf(feeds);
        folders = Collections.unmodifiableMap(new LinkedHashMap<>(folders));
        others = List.copyOf(others);
    }
}
