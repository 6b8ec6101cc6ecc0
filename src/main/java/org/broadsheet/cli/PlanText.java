package org.broadsheet.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.broadsheet.reading.ListPlan;
import org.broadsheet.reading.ListPlan.Kind;
import org.broadsheet.reading.ListPlan.Step;
import org.jspecify.annotations.Nullable;

/** A plan as the command line prints it: one line a change, then how many of each kind. */
final class PlanText {
    private PlanText() {}

    static String of(ListPlan plan) {
        StringBuilder text = new StringBuilder();
        plan.steps().forEach(step -> text.append(line(step)).append('\n'));
        return text.append(plan.summary()).append(".\n").toString();
    }

    private static String line(Step step) {
        String name = step.title() == null ? step.url() : step.title() + " <" + step.url() + ">";
        return switch (step.kind()) {
            case ADDED -> "+ " + name + in(step.to());
            case REMOVED -> "- " + name + in(step.from());
            case MOVED -> "> " + name + ": " + place(step.from()) + " -> " + place(step.to());
            case CHANGED -> "* " + name + ": its settings";
            case RENAMED -> "= " + name + ": was " + step.from();
        };
    }

    private static String in(@Nullable String folders) {
        return folders == null || folders.isEmpty() ? "" : " in " + folders;
    }

    private static String place(@Nullable String folders) {
        return folders == null || folders.isEmpty() ? "no folder" : folders;
    }

    /** The plan that a server sent. */
    static String of(JsonNode answer) {
        List<Step> steps = new ArrayList<>();
        answer.path("items")
                .forEach(item -> steps.add(new Step(
                        Kind.valueOf(item.path("change").asText().toUpperCase(Locale.ROOT)),
                        item.path("url").asText(),
                        item.path("title").textValue(),
                        item.path("from").textValue(),
                        item.path("to").textValue())));
        return of(new ListPlan(steps, false, List.of(), null));
    }
}
