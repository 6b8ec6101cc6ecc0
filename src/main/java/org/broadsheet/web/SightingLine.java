package org.broadsheet.web;

import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.Headline;
import org.broadsheet.model.Sighting;

/**
 * Another entry that says the same as an article, on the article's page.
 *
 * @param action where it is shown separately, or folded again
 * @param apart whether it is shown separately now
 */
public record SightingLine(Link link, String action, boolean apart) {
    static List<SightingLine> of(Headline headline) {
        EntryId own = headline.entry().id();
        return Stream.concat(
                        headline.alsoIn().stream().map(other -> line(other, other.entryId(), false)),
                        // Whichever of the two was set apart is the one to be folded again.
                        headline.apartFrom().stream()
                                .map(other -> line(other, headline.apart() ? own : other.entryId(), true)))
                .toList();
    }

    private static SightingLine line(Sighting other, EntryId changed, boolean apart) {
        return new SightingLine(
                new Link("/entries/" + other.entryId(), other.feedTitle()), "/entries/" + changed + "/apart", apart);
    }
}
