package org.broadsheet.model;

import java.util.List;

/**
 * An entry in a stream, as one account sees it.
 *
 * @param alsoIn other feeds that carry it: shown once, with this one
 * @param apart whether the account shows it separately from those that repeat it
 * @param apartFrom entries that are held for the same, but are shown separately because the account wants it so
 */
public record Headline(
        Entry entry,
        Source source,
        boolean read,
        boolean starred,
        List<Sighting> alsoIn,
        boolean apart,
        List<Sighting> apartFrom) {

    /** The same entry with those that repeat it. */
    public Headline withSightings(List<Sighting> folded, List<Sighting> separate) {
        return new Headline(entry, source, read, starred, folded, apart, separate);
    }
}
