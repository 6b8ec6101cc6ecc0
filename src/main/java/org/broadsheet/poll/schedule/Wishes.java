package org.broadsheet.poll.schedule;

import java.time.Duration;
import org.broadsheet.model.QuietTimes;

/**
 * How a publisher wants to be asked.
 *
 * @param freshFor what the answer's cache headers ask (RFC 9111), zero for nothing
 * @param ttl what the document asks (RSS ttl, sy:updatePeriod), zero for nothing
 * @param quiet when the document asks not to be asked (RSS skipHours and skipDays)
 */
public record Wishes(Duration freshFor, Duration ttl, QuietTimes quiet) {}
