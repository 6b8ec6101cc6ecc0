package org.broadsheet.poll.schedule;

import java.time.Duration;
import org.broadsheet.model.QuietTimes;

/**
 * How a publisher wants to be asked.
 *
 * @param freshFor what the answer's cache headers ask (RFC 9111), zero for nothing
 * @param ttl what the document asks (RSS ttl, sy:updatePeriod), zero for nothing
 * @param quiet when the document asks not to be asked (RSS skipHours and skipDays)
 * @param announced whether a hub tells us of news, so that asking is for safety only
 */
public record Wishes(Duration freshFor, Duration ttl, QuietTimes quiet, boolean announced) {}
