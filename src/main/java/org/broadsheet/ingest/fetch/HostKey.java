package org.broadsheet.ingest.fetch;

import java.util.Locale;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/** Which hosts count as one for politeness. */
public final class HostKey {
    private static final PublicSuffixMatcher SUFFIXES = PublicSuffixMatcherLoader.getDefault();

    private HostKey() {}

    /**
     * The registrable domain of a host ({@code bbc.co.uk} for {@code feeds.bbc.co.uk}) by the public suffix list; a host
     * without one, such as an IP literal or {@code localhost}, stands for itself. Sites on a shared suffix such as
     * {@code github.io} count apart, so that none of them can ask for silence on behalf of the others.
     */
    public static String of(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        boolean literal = name.contains(":") || name.matches("[0-9.]+");
        String root = literal ? null : SUFFIXES.getDomainRoot(name);
        return root == null ? name : root;
    }
}
