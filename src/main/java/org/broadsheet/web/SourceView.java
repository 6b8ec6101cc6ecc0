package org.broadsheet.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.PastPoll;
import org.broadsheet.model.Published;
import org.broadsheet.model.Rhythm;
import org.jspecify.annotations.Nullable;

/**
 * The page of one source, ready to print.
 *
 * @param folder that it is in, empty for none
 * @param folders that there are
 * @param habit when it publishes, null where that is not known or this is not the first page
 * @param days headlines by day, null where there are none or this is not the first page
 * @param earlier the page of earlier polls, null when there are none
 */
public record SourceView(
        SourceLine source,
        String folder,
        List<String> folders,
        List<Pause> pauses,
        boolean signsIn,
        @Nullable Habit habit,
        @Nullable Columns days,
        List<PollLine> polls,
        @Nullable String earlier) {

    static SourceView of(
            FeedSummary source,
            List<String> folders,
            List<PastPoll> polls,
            @Nullable Instant last,
            @Nullable Rhythm rhythm,
            List<Published> published,
            Set<String> unverifiedHosts,
            Edition edition) {
        return new SourceView(
                SourceLine.of(source, unverifiedHosts, edition),
                source.folder() == null ? "" : source.folder().path().toString(),
                folders,
                Pause.choices(source.askEvery(), edition.texts()),
                source.signsIn(),
                rhythm == null ? null : Habit.of(rhythm, edition),
                published.isEmpty() ? null : StatisticsView.days(published, edition),
                polls.stream().map(poll -> PollLine.of(poll, edition)).toList(),
                last == null ? null : "/sources/" + source.feed().id() + "?before=" + last);
    }
}
