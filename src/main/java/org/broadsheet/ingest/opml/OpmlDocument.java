package org.broadsheet.ingest.opml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.ForeignAttributes;
import org.broadsheet.model.ListPlace;
import org.broadsheet.model.ListedFeed;
import org.broadsheet.model.OtherOutline;

/**
 * A list of feeds, in the order of the document, no address twice.
 *
 * @param title maybe empty
 * @param folders every folder that feeds stand in, with what else its outline says, in the order of the document
 * @param others outlines that are neither feed nor folder
 */
public record OpmlDocument(
        String title,
        List<ListedFeed> feeds,
        Map<FolderPath, ForeignAttributes> folders,
        List<OtherOutline> others,
        List<OpmlProblem> problems) {
    public OpmlDocument {
        feeds = List.copyOf(feeds);
        folders = Collections.unmodifiableMap(new LinkedHashMap<>(folders));
        others = List.copyOf(others);
        problems = List.copyOf(problems);
    }

    /** A list of nothing but feeds. */
    public static OpmlDocument of(String title, List<ListedFeed> feeds) {
        return new OpmlDocument(title, feeds, Map.of(), List.of(), List.of());
    }

    /** Whether its markup ended before its end, so that feeds can be missing. */
    public boolean isBroken() {
        return problems.stream().anyMatch(problem -> problem.where() instanceof ListPlace.Whole);
    }
}
