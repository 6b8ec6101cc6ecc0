package org.broadsheet.web;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Set;
import org.broadsheet.server.BaseAddress;

/**
 * What the pages need to know beside what is in the store.
 *
 * @param unverifiedHosts whose certificates the operator lets pass, in lower case
 * @param base how others reach this server
 * @param zone in which dates are told
 */
public record Surroundings(
        Players players, Set<String> unverifiedHosts, BaseAddress base, InstantSource clock, ZoneId zone) {}
