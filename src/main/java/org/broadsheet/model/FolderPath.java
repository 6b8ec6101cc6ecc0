package org.broadsheet.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a folder stands, outermost name first; at least one name, none blank.
 *
 * <p>Written as text the names are joined by {@code /}; a slash or percent sign inside a name is written {@code %2F} or
 * {@code %25}, so that every path comes back as it was.
 */
public record FolderPath(List<String> names) {
    public FolderPath {
        names = names.stream().map(String::strip).toList();
        if (names.isEmpty() || names.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("a folder needs a name");
        }
    }

    /** Reads the text form. Throws IllegalArgumentException when a name in it is blank. */
    public static FolderPath parse(String text) {
        return new FolderPath(Arrays.stream(text.split("/", -1))
                .map(name -> name.replace("%2F", "/").replace("%25", "%"))
                .toList());
    }

    /** The innermost name. */
    public String name() {
        return names.get(names.size() - 1);
    }

    /** Whether this folder is the other one or lies somewhere inside it. */
    public boolean isWithin(FolderPath outer) {
        return names.size() >= outer.names.size()
                && names.subList(0, outer.names.size()).equals(outer.names);
    }

    @Override
    public String toString() {
        return names.stream()
                .map(name -> name.replace("%", "%25").replace("/", "%2F"))
                .collect(Collectors.joining("/"));
    }
}
