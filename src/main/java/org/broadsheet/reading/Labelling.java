package org.broadsheet.reading;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.Label;
import org.broadsheet.model.LabelId;
import org.broadsheet.model.LabelSummary;
import org.broadsheet.store.LabelTable;
import org.broadsheet.store.Writer;

/** Putting labels on entries and taking them off. A label is there as long as an entry has it. Thread-safe. */
public final class Labelling {
    private final Writer writer;
    private final LabelTable labels;
    private final Headlines headlines;

    public Labelling(Writer writer, LabelTable labels, Headlines headlines) {
        this.writer = writer;
        this.labels = labels;
        this.headlines = headlines;
    }

    /** All that the account's entries have, by name, with how many have each. */
    public List<LabelSummary> all(AccountId account) {
        return labels.all(account);
    }

    /** The label of an address in the browser. */
    public Optional<Label> bySlug(AccountId account, String slug) {
        return find(account, label -> label.slug().equals(slug));
    }

    /** The label of a name, in upper or lower case. */
    public Optional<Label> byName(AccountId account, String name) {
        return find(account, label -> label.name().equalsIgnoreCase(name));
    }

    private Optional<Label> find(AccountId account, Predicate<Label> which) {
        return all(account).stream().map(LabelSummary::label).filter(which).findFirst();
    }

    /** Those of an entry, by name; none where the account has no such entry. */
    public List<Label> of(AccountId account, EntryId entry) {
        return labels.of(account, entry);
    }

    /**
     * Puts a label on an entry, a new one where the account has none of that name.
     *
     * @param name one that {@link Label#isName} accepts; upper and lower case are the same
     * @return empty when the account has no such entry
     */
    public Optional<Label> add(AccountId account, EntryId entry, String name) {
        return headlines.position(account, entry).isEmpty()
                ? Optional.empty()
                : Optional.of(writer.write(handle -> labels.add(handle, account, entry, name)));
    }

    /** Takes a label off an entry; false when it did not have it. */
    public boolean remove(AccountId account, EntryId entry, LabelId label) {
        return writer.write(handle -> labels.remove(handle, account, entry, label));
    }
}
