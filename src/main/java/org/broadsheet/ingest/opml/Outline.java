package org.broadsheet.ingest.opml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.model.FolderPath;

/** What stands in a written list: feeds, and folders in the order in which they were first needed. */
sealed interface Outline {
    record Leaf(OpmlFeed feed) implements Outline {}

    record Branch(String name, List<Outline> children, Map<String, Branch> byName) implements Outline {
        private Branch(String name) {
            this(name, new ArrayList<>(), new LinkedHashMap<>());
        }

        private Branch inner(String folder) {
            return byName.computeIfAbsent(folder, fresh -> {
                Branch branch = new Branch(fresh);
                children.add(branch);
                return branch;
            });
        }

        private void file(OpmlFeed feed, List<String> folder) {
            Branch at = this;
            for (String step : folder) {
                at = at.inner(step);
            }
            at.children.add(new Leaf(feed));
        }
    }

    /** All feeds, each in every folder it stands in. */
    static List<Outline> of(List<OpmlFeed> feeds) {
        Branch top = new Branch("");
        for (OpmlFeed feed : feeds) {
            if (feed.folders().isEmpty()) {
                top.file(feed, List.of());
            }
            for (FolderPath folder : feed.folders()) {
                top.file(feed, folder.names());
            }
        }
        return top.children();
    }
}
