package org.broadsheet.web;

import java.util.List;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.Label;
import org.broadsheet.model.LabelSummary;

/**
 * The labels of an article, ready to print.
 *
 * @param action where the form goes that puts one on or takes one off
 * @param others the names of the account's other labels
 */
public record LabelsView(String action, List<One> own, List<String> others) {
    /** A label that the article has. */
    public record One(String id, Link link) {}

    static LabelsView of(EntryId entry, List<Label> own, List<LabelSummary> all) {
        return new LabelsView(
                "/entries/" + entry + "/labels",
                own.stream()
                        .map(label -> new One(label.id().toString(), new Link("/labels/" + label.slug(), label.name())))
                        .toList(),
                all.stream()
                        .map(LabelSummary::label)
                        .filter(label -> !own.contains(label))
                        .map(Label::name)
                        .toList());
    }
}
