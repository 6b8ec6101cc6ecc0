package org.broadsheet.ingest.opml;

import org.broadsheet.model.ListNote;
import org.broadsheet.model.ListPlace;

/**
 * A part of a document that was not taken as it is, and why.
 *
 * @param isTaken whether the rest of it was taken
 */
public record OpmlProblem(ListPlace where, ListNote why, boolean isTaken) {}
