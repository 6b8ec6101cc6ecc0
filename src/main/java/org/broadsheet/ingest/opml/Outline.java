package org.broadsheet.ingest.opml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.ListedFeed;
import org.broadsheet.model.OtherOutline;

/** What stands in a written list: feeds, others, and folders in the order in which they were first needed. */
sealed interface Outline {
    record Leaf(ListedFeed feed) implements Outline {}

    record Other(OtherOutline.Tree tree) implements Outline {
        List<Outline> inside() {
            return tree.inside().stream().<Outline>map(Other::new).toList();
        }
    }

    record Branch(List<String> names, List<Outline> children, Map<String, Branch> byName) implements Outline {
        private Branch(List<String> names) {
            this(names, new ArrayList<>(), new LinkedHashMap<>());
        }

        FolderPath path() {
            return new FolderPath(names);
        }

        private Branch inner(String folder) {
            return byName.computeIfAbsent(folder, fresh -> {
                List<String> path = new ArrayList<>(names);
                path.add(fresh);
                Branch branch = new Branch(path);
                children.add(branch);
                return branch;
            });
        }

        private Branch at(List<String> folder) {
            Branch at = this;
            for (String step : folder) {
                at = at.inner(step);
            }
            return at;
        }
    }

    /** All feeds, each in every folder it stands in, and after them the others. */
    static List<Outline> of(OpmlDocument document) {
        Branch top = new Branch(List.of());
        for (ListedFeed feed : document.feeds()) {
            if (feed.folders().isEmpty()) {
                top.children().add(new Leaf(feed));
            }
            for (FolderPath folder : feed.folders()) {
                top.at(folder.names()).children().add(new Leaf(feed));
            }
        }
        for (OtherOutline other : document.others()) {
            FolderPath folder = other.folder();
            top.at(folder == null ? List.of() : folder.names()).children().add(new Other(other.tree()));
        }
        return top.children();
    }
}
