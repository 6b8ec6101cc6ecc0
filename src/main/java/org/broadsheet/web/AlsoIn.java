package org.broadsheet.web;

import java.util.List;
import org.broadsheet.model.Sighting;

/**
 * The other sources of a headline.
 *
 * @param more how many there are beyond the first few
 */
public record AlsoIn(List<Link> links, int more) {
    private static final int NAMED = 3;

    static AlsoIn of(List<Sighting> sightings) {
        List<Link> links = sightings.stream()
                .limit(NAMED)
                .map(sighting -> new Link("/entries/" + sighting.entryId(), sighting.feedTitle()))
                .toList();
        return new AlsoIn(links, sightings.size() - links.size());
    }

    /** What stands before the link with this number. */
    public String before(int number, Texts texts) {
        if (number == 0) {
            return texts.get("row.also-in") + " ";
        }
        return number == links.size() - 1 && more == 0 ? " " + texts.get("row.and") + " " : ", ";
    }
}
