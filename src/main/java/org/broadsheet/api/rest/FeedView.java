package org.broadsheet.api.rest;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.Feed;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.IdentityRule;
import org.broadsheet.model.IdentityWeakness;
import org.broadsheet.model.LastPoll;
import org.jspecify.annotations.Nullable;

/** A feed in JSON. */
record FeedView(
        String id,
        String url,
        @Nullable String siteUrl,
        String title,
        @Nullable String folder,
        long entries,
        long unread,
        String status,
        @Nullable Long askEveryMinutes,
        @Nullable String nextPollAt,
        @Nullable String format,
        String identity,
        @Nullable String identityReason,
        List<String> repairs,
        @Nullable Poll lastPoll) {

    /** Its last poll in JSON. */
    record Poll(
            String at,
            String outcome,
            @Nullable String errorKind,
            @Nullable String error,
            @Nullable Integer httpStatus,
            long durationMs,
            long bytes,
            int newEntries,
            int changedEntries) {

        static Poll of(LastPoll poll) {
            ErrorKind kind = poll.errorKind();
            return new Poll(
                    poll.at().toString(),
                    poll.outcome().word(),
                    kind == null ? null : kind.word(),
                    poll.error(),
                    poll.httpStatus(),
                    poll.duration().toMillis(),
                    poll.bytes(),
                    poll.newEntries(),
                    poll.changedEntries());
        }
    }

    static FeedView of(FeedSummary summary) {
        Feed feed = summary.feed();
        LastPoll poll = feed.lastPoll();
        IdentityWeakness weakness = feed.weakness();
        return new FeedView(
                feed.id().toString(),
                feed.url(),
                feed.siteUrl(),
                summary.title(),
                summary.folder() == null ? null : summary.folder().path().toString(),
                feed.entries(),
                summary.unread(),
                feed.status().name().toLowerCase(Locale.ROOT),
                summary.askEvery() == null ? null : summary.askEvery().toMinutes(),
                Objects.toString(feed.nextPollAt(), null),
                feed.format(),
                (weakness == null ? IdentityRule.GUID : weakness.rule()).name().toLowerCase(Locale.ROOT),
                weakness == null ? null : weakness.sentence(),
                feed.repairs(),
                poll == null ? null : Poll.of(poll));
    }
}
