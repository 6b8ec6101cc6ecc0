package org.broadsheet.text;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one form of the many addresses by which a page is linked.
 *
 * <p>A name to compare pages by, not an address to fetch: http becomes https, {@code www.} goes, parameters are sorted.
 * Says "the same" only where it is sure; two forms of one page may stay apart. Pure.
 */
public final class CanonicalUrl {
    /** A page that makes itself from its fragment, and the entries of a change log that all stand on one page. */
    private static final Pattern TELLING_FRAGMENT = Pattern.compile("[!/].*|v?\\d+(?:[._-]\\d+)+\\S*");

    /** Redirectors lead to redirectors at times, never in a long row. */
    private static final int MAX_UNWRAPPED = 4;

    private CanonicalUrl() {}

    /** The canonical form; empty for what is no http, https or ftp address. */
    public static Optional<String> of(String address) {
        return read(address).map(Url::toString);
    }

    /**
     * The same for a page that was fetched and names its canonical address itself. That counts on the same site only, and
     * not when it is the front page, which pages name by mistake.
     */
    public static Optional<String> of(String address, @Nullable String declared) {
        Optional<Url> page = read(address);
        if (declared == null || page.isEmpty()) return page.map(Url::toString);
        Url own = page.get();
        return Url.of(declared, own)
                .flatMap(url -> read(url.toString()))
                .filter(url -> sameSite(url.host(), own.host()) && (isDeep(url) || !isDeep(own)))
                .or(() -> page)
                .map(Url::toString);
    }

    private static Optional<Url> read(String address) {
        Optional<Url> url = Url.of(address.replace("&amp;", "&"));
        for (int i = 0; i < MAX_UNWRAPPED; i++) {
            Optional<Url> target = url.flatMap(Redirectors::target);
            if (target.isEmpty()) break;
            url = target;
        }
        return url.map(CanonicalUrl::canonical);
    }

    private static Url canonical(Url url) {
        Url shown = CanonicalHost.of(url);
        String fragment = url.fragment();
        String kept = fragment != null && TELLING_FRAGMENT.matcher(fragment).matches() ? fragment : null;
        return shown.withScheme(shown.scheme().equals("http") ? "https" : shown.scheme())
                .withPath(CanonicalPath.of(shown.path()))
                .withQuery(CanonicalQuery.of(shown))
                .withFragment(kept);
    }

    private static boolean isDeep(Url url) {
        return url.path().length() > 1 || url.query() != null;
    }

    private static boolean sameSite(String one, String other) {
        return one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one);
    }
}
