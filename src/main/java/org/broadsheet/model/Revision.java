package org.broadsheet.model;

import java.time.Instant;

/**
 * What an entry said at some time.
 *
 * @param number 0 for what it said when it was first seen, one more with each change
 * @param seenAt when it was first seen to say this
 */
public record Revision(int number, Instant seenAt, String title, SafeHtml content) {}
