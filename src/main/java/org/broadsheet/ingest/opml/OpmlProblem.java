package org.broadsheet.ingest.opml;

/** What of a document was left out, or read differently than written; both parts are for people. */
public record OpmlProblem(String where, String why) {}
