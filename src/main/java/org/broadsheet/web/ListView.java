package org.broadsheet.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.broadsheet.reading.FollowedList.Standing;
import org.broadsheet.reading.ImportReport;
import org.broadsheet.reading.ListPlan;
import org.broadsheet.reading.ListPlan.Kind;
import org.broadsheet.reading.ListPlan.Step;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the file of subscriptions, ready to print.
 *
 * @param said what came of the last action, null when there was none
 * @param restChanges whether what other programs keep beside the feeds changes
 * @param plan the name that stands for what is shown, null where nothing waits
 */
public record ListView(
        String line,
        @Nullable String said,
        @Nullable String trouble,
        @Nullable String plan,
        List<Group> groups,
        List<Change> refused,
        boolean restChanges) {
    /** Changes of one kind. */
    public record Group(String heading, List<Change> changes) {}

    /** What changes, and how; {@code how} is empty where the heading says it. */
    public record Change(String name, String url, String how) {}

    static ListView of(Standing standing, @Nullable String said, Texts texts) {
        ListPlan plan = standing.plan();
        String trouble = standing.trouble() == null ? null : ListText.trouble(standing.trouble(), texts);
        if (plan == null) {
            String line = texts.get("list.same", standing.file());
            return new ListView(trouble == null ? line : "", said, trouble, null, List.of(), List.of(), false);
        }
        return new ListView(
                texts.get("list.line", standing.file(), plan.steps().size()),
                said,
                trouble,
                standing.name(),
                Arrays.stream(Kind.values())
                        .map(kind -> group(kind, plan, texts))
                        .filter(group -> !group.changes().isEmpty())
                        .toList(),
                plan.refused().stream()
                        .map(line -> new Change(ListText.where(line.place(), texts), "", why(line, texts)))
                        .toList(),
                plan.restChanges());
    }

    /** The same in one sentence. */
    String summary() {
        return trouble == null ? line : trouble;
    }

    private static String why(ImportReport.Line line, Texts texts) {
        return line.why() == null ? texts.get("import.unfit") : ListText.why(line.why(), texts);
    }

    private static Group group(Kind kind, ListPlan plan, Texts texts) {
        List<Change> changes = plan.steps().stream()
                .filter(step -> step.kind() == kind)
                .map(step -> change(step, texts))
                .toList();
        return new Group(texts.get("list." + kind.name().toLowerCase(Locale.ROOT), changes.size()), changes);
    }

    private static Change change(Step step, Texts texts) {
        String from = place(step.from(), texts);
        String to = place(step.to(), texts);
        String how = switch (step.kind()) {
            case ADDED -> to;
            case REMOVED -> from;
            case MOVED -> from + " → " + to;
            case CHANGED -> texts.get("list.settings");
            case RENAMED -> texts.get("list.was", from);
        };
        return new Change(step.title() == null ? step.url() : step.title(), step.url(), how);
    }

    private static String place(@Nullable String folders, Texts texts) {
        return folders == null || folders.isEmpty() ? texts.get("sources.no-folder") : folders;
    }
}
