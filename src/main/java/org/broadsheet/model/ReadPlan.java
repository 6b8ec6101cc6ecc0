package org.broadsheet.model;

import java.util.List;
import java.util.SortedMap;

/**
 * How entries are marked as read with the fewest rows written.
 *
 * @param raised by change number: the feeds of which nothing unread is left that arrived up to that change
 * @param entries that are marked by themselves
 * @param count how many entries are marked in all
 */
public record ReadPlan(SortedMap<Long, List<Long>> raised, List<Long> entries, int count) {}
