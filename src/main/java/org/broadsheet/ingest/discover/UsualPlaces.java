package org.broadsheet.ingest.discover;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.text.Url;

/** Where sites that name no feed often have one. Each place is a request, so that a person has to ask for it. */
public final class UsualPlaces {
    private static final List<String> NAMES = List.of("feed", "rss", "atom.xml", "feed.xml", "rss.xml", "index.xml");

    private UsualPlaces() {}

    /** The addresses to try, the likeliest first, at the top of the site; none where the address is not of the web. */
    public static List<String> of(String siteUrl) {
        Optional<Url> site = Url.of(siteUrl);
        Set<String> places = new LinkedHashSet<>();
        NAMES.forEach(name -> site.flatMap(top -> Url.of("/" + name, top))
                .ifPresent(place -> places.add(SameSite.signedIn(place.toString(), siteUrl))));
        return List.copyOf(places);
    }
}
