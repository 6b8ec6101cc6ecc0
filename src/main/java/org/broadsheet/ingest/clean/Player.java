package org.broadsheet.ingest.clean;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.broadsheet.text.TrackingMarks;
import org.broadsheet.text.Url;

/**
 * A host whose frames may be shown.
 *
 * @param hosts the exact names it is embedded by
 * @param path what the path of a frame begins with
 * @param framedFrom the host to ask instead, which keeps no cookies or is the one the others lead to
 * @param action what a link to it says
 */
record Player(Set<String> hosts, String path, String framedFrom, String action) {
    /** A subset of what other readers show; each needs a player page of its own that was made for frames. */
    private static final List<Player> KNOWN = List.of(
            new Player(
                    Set.of(
                            "www.youtube.com",
                            "youtube.com",
                            "m.youtube.com",
                            "www.youtube-nocookie.com",
                            "youtube-nocookie.com"),
                    "/embed/",
                    "www.youtube-nocookie.com",
                    "Watch on YouTube"),
            new Player(Set.of("player.vimeo.com"), "/video/", "player.vimeo.com", "Watch on Vimeo"),
            new Player(Set.of("open.spotify.com"), "/embed/", "open.spotify.com", "Listen on Spotify"),
            new Player(Set.of("open.spotify.com"), "/embed-podcast/", "open.spotify.com", "Listen on Spotify"),
            new Player(Set.of("w.soundcloud.com"), "/player/", "w.soundcloud.com", "Listen on SoundCloud"),
            new Player(
                    Set.of("www.dailymotion.com", "dailymotion.com"),
                    "/embed/",
                    "www.dailymotion.com",
                    "Watch on Dailymotion"),
            new Player(Set.of("geo.dailymotion.com"), "/player", "geo.dailymotion.com", "Watch on Dailymotion"),
            new Player(Set.of("bandcamp.com"), "/EmbeddedPlayer/", "bandcamp.com", "Listen on Bandcamp"),
            new Player(Set.of("embed.ted.com"), "/talks/", "embed.ted.com", "Watch on TED"),
            new Player(Set.of("embed.podcasts.apple.com"), "/", "embed.podcasts.apple.com", "Listen on Apple Podcasts"),
            new Player(Set.of("archive.org"), "/embed/", "archive.org", "Watch on the Internet Archive"),
            new Player(Set.of("framatube.org"), "/videos/embed/", "framatube.org", "Watch on Framatube"));

    private static final Set<String> UNASKED = Set.of("autoplay", "auto_play", "origin", "enablejsapi", "jsapi");

    /** The hosts that frames are asked from. */
    static Set<String> framedHosts() {
        return KNOWN.stream().map(Player::framedFrom).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The player a frame shows, if it is a known one. */
    static Optional<Player> of(Url frame) {
        return KNOWN.stream()
                .filter(player -> frame.port() < 0 && player.hosts.contains(frame.host()))
                .filter(player -> frame.path().startsWith(player.path)
                        && frame.path().length() > player.path.length() - (player.path.endsWith("/player/") ? 1 : 0))
                .findFirst();
    }

    /** The address to frame: https, without what would start it by itself or follow the reader. */
    Url frame(Url asked) {
        Url clean = TrackingMarks.removed(asked)
                .withScheme("https")
                .withHost(framedFrom)
                .withFragment(null);
        String query = clean.query();
        if (query == null) return clean;
        List<String> kept = List.of(query.split("&")).stream()
                .filter(parameter ->
                        !parameter.isEmpty() && !UNASKED.contains(parameter.split("=", 2)[0]))
                .toList();
        return clean.withQuery(kept.isEmpty() ? null : String.join("&", kept));
    }
}
