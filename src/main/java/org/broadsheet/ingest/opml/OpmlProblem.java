package org.broadsheet.ingest.opml;

/**
 * A part of a document that was not taken as it is, and why, in a sentence for people.
 *
 * @param isTaken whether the rest of it was taken
 */
public record OpmlProblem(String where, String why, boolean isTaken) {
    /** Where the trouble is with the document as a whole. */
    static final String DOCUMENT = "document";
}
