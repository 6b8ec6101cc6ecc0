package org.broadsheet.model;

import java.util.SortedSet;

/**
 * What tells whether a published stream is another than before.
 *
 * @param change the number of the newest change of an entry in it, 0 for none; what people do never moves it
 * @param feeds that it draws from
 * @param sources a hash of how these are called and where they are
 */
public record PublishedState(long change, SortedSet<Long> feeds, String sources) {}
