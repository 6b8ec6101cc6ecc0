package org.broadsheet.ingest.opml;

import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.model.ListPlace;
import org.broadsheet.model.OtherOutline;
import org.jspecify.annotations.Nullable;

/**
 * An outline as it was read.
 *
 * @param number which outline of the document it is, from 1
 * @param inside the outlines in it
 */
record Element(int number, Attributes attributes, List<Element> inside) {
    /** What it is called, null where it has no name. */
    @Nullable
    String text() {
        return attributes.first("text", "title");
    }

    @Nullable
    String type() {
        return attributes.first("type");
    }

    /** {@code link} and {@code include} of OPML 2.0 point to pages and lists. */
    boolean points() {
        return "link".equalsIgnoreCase(type()) || "include".equalsIgnoreCase(type());
    }

    /** Newsboat writes {@code url}; in OPML 2.0 that belongs to what points elsewhere. */
    @Nullable
    String address() {
        String url = attributes.first("xmlurl", "xml_url");
        return url == null && !points() ? attributes.first("url") : url;
    }

    /** Whether any outline in it names an address. */
    boolean holdsFeeds() {
        return inside.stream().anyMatch(child -> child.address() != null || child.holdsFeeds());
    }

    ListPlace where() {
        return new ListPlace.Outline(number, text());
    }

    /** Everything that it says, for writing it back. */
    OtherOutline.Tree tree() {
        Stream<OtherOutline.Tree> trees = inside.stream().map(Element::tree);
        return new OtherOutline.Tree(attributes.without(Gathering.COMMANDS), trees.toList());
    }
}
