package org.broadsheet.model;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What of a list something is said about. */
public sealed interface ListPlace {
    /** A feed that it lists. */
    record Address(String url) implements ListPlace {
        @Override
        public String words() {
            return url;
        }
    }

    /**
     * An outline.
     *
     * @param number which of the document it is, from 1
     * @param title null where it has none
     */
    record Outline(int number, @Nullable String title) implements ListPlace {
        @Override
        public String words() {
            return "outline " + number + (title == null ? "" : " (" + title + ")");
        }
    }

    /** The document as a whole. */
    record Whole() implements ListPlace {
        @Override
        public String words() {
            return "document";
        }
    }

    /** In English, for programs: the address, such as {@code outline 3 (Title)}, or {@code document}. */
    String words();

    /** Calls the function for what it is. */
    default <T> T match(Function<Address, T> address, Function<Outline, T> outline, Function<Whole, T> whole) {
        if (this instanceof Address feed) {
            return address.apply(feed);
        }
        return this instanceof Outline part ? outline.apply(part) : whole.apply((Whole) this);
    }
}
