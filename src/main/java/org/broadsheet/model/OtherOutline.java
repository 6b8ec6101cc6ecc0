package org.broadsheet.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An outline of a list that is neither a feed nor a folder, such as a search of another program, kept as it is.
 *
 * @param folder where it stands, null for the top
 */
public record OtherOutline(@Nullable FolderPath folder, Tree tree) {
    /** All its attributes, and the outlines inside it. */
    public record Tree(ForeignAttributes attributes, List<Tree> inside) {
        public Tree {
            inside = List.copyOf(inside);
        }
    }
}
