package org.broadsheet.model;

import java.net.URI;
import java.time.Instant;

/**
 * How far a hub of others was told of what changes here.
 *
 * @param told nothing up to this change has still to be told
 * @param failures times in a row that telling it failed
 * @param tryAt not to be told anything before
 */
public record HubPing(URI hub, long told, int failures, Instant tryAt) {}
