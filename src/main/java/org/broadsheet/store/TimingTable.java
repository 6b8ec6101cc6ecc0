package org.broadsheet.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.model.Announcements;
import org.broadsheet.model.HubLinks;
import org.broadsheet.model.PollResult;
import org.broadsheet.model.QuietTimes;
import org.broadsheet.model.Relocation;
import org.broadsheet.model.Rhythm;
import org.broadsheet.model.Timing;
import org.broadsheet.text.FeedAddress;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** When feeds publish, when they want to be asked, and where they have moved. */
final class TimingTable {
    private static final String CHANGE_RHYTHM = "update rhythm set profile = :profile where feed_id = :id";

    private static final String FIRST_RHYTHM = """
            insert into rhythm (feed_id, profile)
            select f.id, :profile from feed f where f.id = :id""";

    // Where somebody follows the new address already, both stay: their entries are two lists.
    private static final String ADOPT = """
            update feed set url = :url, host = :host, etag = null, last_modified = null, validators_from = null
             where id = :id and url = :asked
               and not exists (select 1 from feed o where o.url = :url and o.id <> feed.id)""";

    private TimingTable() {}

    static void keepRhythms(Handle handle, List<PollResult> results) {
        List<PollResult> learnt = results.stream()
                .filter(result -> result.learnt().rhythm() != null)
                .toList();
        int[] changed = keep(handle, CHANGE_RHYTHM, learnt);
        keep(
                handle,
                FIRST_RHYTHM,
                IntStream.range(0, learnt.size())
                        .filter(i -> changed[i] == 0)
                        .mapToObj(learnt::get)
                        .toList());
    }

    private static int[] keep(Handle handle, String sql, List<PollResult> learnt) {
        Batch rows = Batch.of(handle, sql);
        for (PollResult result : learnt) {
            rows.bind("id", result.feed().id().value())
                    .bind(
                            "profile",
                            Objects.requireNonNull(result.learnt().rhythm()).bytes())
                    .add();
        }
        return rows.execute();
    }

    static void adoptAddresses(Handle handle, List<PollResult> results) {
        for (PollResult result : results) {
            String url = result.learnt().adoptedUrl();
            if (url != null) {
                handle.createUpdate(ADOPT)
                        .bind("id", result.feed().id().value())
                        .bind("asked", result.feed().url())
                        .bind("url", url)
                        .bind("host", FeedAddress.host(url))
                        .execute();
            }
        }
    }

    /** From a feed with its rhythm's profile. */
    static Timing timing(ResultSet rows) throws SQLException {
        byte[] profile = rows.getBytes("profile");
        Instant failing = Rows.instant(rows, "failing_since");
        Integer askEvery = Rows.number(rows, "ask_every_s");
        QuietTimes quiet = quiet(rows.getInt("quiet_hours"), rows.getInt("quiet_days"));
        return new Timing(
                profile == null ? null : Rhythm.of(profile),
                Duration.ofSeconds(rows.getLong("ttl_s")),
                quiet,
                rows.getString("body_hash") == null
                        ? null
                        : failing == null ? Rows.instant(rows, "last_poll_at") : failing,
                askEvery == null ? null : Duration.ofSeconds(askEvery),
                announcements(rows),
                new HubLinks(rows.getString("hub"), rows.getString("topic")));
    }

    private static Announcements announcements(ResultSet rows) throws SQLException {
        Instant pushed = Rows.instant(rows, "pushed_at");
        Instant polled = Rows.instant(rows, "last_poll_at");
        if (pushed == null || polled == null) {
            return Announcements.NONE;
        }
        return pushed.isAfter(polled) ? Announcements.NEWS : Announcements.QUIET;
    }

    /** From its bits. */
    static QuietTimes quiet(int hours, int days) {
        return hours == 0 && days == 0
                ? QuietTimes.NONE
                : new QuietTimes(
                        IntStream.range(0, 24)
                                .filter(hour -> (hours >> hour & 1) == 1)
                                .boxed()
                                .collect(Collectors.toSet()),
                        Arrays.stream(DayOfWeek.values())
                                .filter(day -> (days >> (day.getValue() - 1) & 1) == 1)
                                .collect(Collectors.toSet()));
    }

    static @Nullable Relocation moved(ResultSet rows) throws SQLException {
        String to = rows.getString("moved_to");
        return to == null
                ? null
                : new Relocation(
                        to, Objects.requireNonNull(Rows.instant(rows, "moved_since")), rows.getInt("moved_sightings"));
    }

    /** As bits, 0:00 lowest. */
    static int hours(QuietTimes quiet) {
        return quiet.hours().stream().mapToInt(hour -> 1 << hour).sum();
    }

    /** As bits, Monday lowest. */
    static int days(QuietTimes quiet) {
        return quiet.days().stream().mapToInt(day -> 1 << (day.getValue() - 1)).sum();
    }
}
