package org.broadsheet.web;

import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.broadsheet.server.BaseAddress;

/**
 * What the pages need to know beside what is in the store.
 *
 * @param unverifiedHosts whose certificates the operator lets pass, in lower case
 * @param base how others reach this server
 * @param hubs who announces the news of open streams
 * @param zone in which dates are told
 */
public record Surroundings(
        Players players,
        Set<String> unverifiedHosts,
        BaseAddress base,
        List<URI> hubs,
        InstantSource clock,
        ZoneId zone) {}
