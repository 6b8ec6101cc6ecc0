package org.broadsheet.ingest.dedupe;

import org.broadsheet.model.IdentityRule;

/** One thing an entry can be known by within its feed; at most 300 characters. */
record IdentityKey(IdentityRule rule, String value) {}
