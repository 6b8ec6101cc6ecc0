package org.broadsheet.model;

import java.time.Instant;

/**
 * Where permanent redirects of a feed have led of late.
 *
 * @param to the address at their end
 * @param since when it was first seen there
 * @param sightings polls in a row that ended there
 */
public record Relocation(String to, Instant since, int sightings) {}
