package org.broadsheet.ingest.dedupe;

import org.broadsheet.model.IdentityRule;
import org.broadsheet.model.ParsedEntry;

/**
 * A parsed entry and what it is known by.
 *
 * @param key unique within its document
 * @param rawHash of everything that readers could see, as it was sent
 */
public record Candidate(ParsedEntry entry, String key, IdentityRule rule, String rawHash) {}
