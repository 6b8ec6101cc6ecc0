package org.broadsheet.ingest.clean;

import java.util.Optional;
import java.util.regex.Pattern;
import org.broadsheet.text.Url;

/** Pictures of any declared size that only count readers, by where they come from. */
final class Beacons {
    private static final Pattern HOSTS =
            Pattern.compile("(?:^|\\.)(?:doubleclick\\.net|google-analytics\\.com|scorecardresearch\\.com"
                    + "|feedsportal\\.com|feedburner\\.com|quantserve\\.com|chartbeat\\.net|statcounter\\.com|list-manage\\.com"
                    + "|sendgrid\\.net|hubspotlinks\\.com|adnxs\\.com|mixpanel\\.com|pixel\\.wp\\.com|stats\\.wp\\.com"
                    + "|pixel\\.wordpress\\.com|stats\\.wordpress\\.com|feeds\\.wordpress\\.com|rss-pixel\\.com)$");

    private static final Pattern PATHS =
            Pattern.compile("^/~(?:r|ff|a)/|^/tr$|/(?:tracking|track|web-?bug|beacon)[-_]?(?:pixel)?\\.(?:gif|png)$");

    private Beacons() {}

    static boolean contains(String address) {
        Optional<Url> url = Url.of(address);
        return url.filter(beacon -> HOSTS.matcher(beacon.host()).find()
                        || PATHS.matcher(beacon.path()).find())
                .isPresent();
    }
}
