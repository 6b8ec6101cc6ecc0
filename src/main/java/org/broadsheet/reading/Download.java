package org.broadsheet.reading;

import org.broadsheet.model.Failure;
import org.jspecify.annotations.Nullable;

/** Asks an address once for whatever is there. */
public interface Download {
    /** What there is at an http or https address; takes as long as one fetch. */
    Answer at(String url);

    /** What came of it. */
    sealed interface Answer {}

    /**
     * A document.
     *
     * @param url where it was found in the end
     * @param contentType as the server says, null when it says nothing
     */
    @SuppressWarnings("ArrayRecordComponent") // documents are never compared
    record Document(String url, @Nullable String contentType, byte[] bytes) implements Answer {}

    /** Nothing. */
    record Nothing(Failure why) implements Answer {}
}
