package org.broadsheet.ingest.opml;

/** A part of a document that was not taken, and why, in a sentence for people. */
public record OpmlProblem(String where, String why) {
    /** Where the trouble is with the document as a whole. */
    static final String DOCUMENT = "document";
}
