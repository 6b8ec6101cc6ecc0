package org.broadsheet.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/** Which hosts count as one for politeness. */
public final class HostKey {
    private static final PublicSuffixMatcher SUFFIXES = PublicSuffixMatcherLoader.getDefault();

    private static final Pattern LITERAL = Pattern.compile("\\[.*]|[0-9.]+");
    private static final Pattern V6_NETWORK = Pattern.compile("((?:[0-9a-f]+:){3}[0-9a-f]+):.*");

    private HostKey() {}

    /**
     * The registrable domain of a host ({@code bbc.co.uk} for {@code feeds.bbc.co.uk}) by the public suffix list; a host
     * without one, such as an IP literal or {@code localhost}, stands for itself. Sites on a shared suffix such as
     * {@code github.io} count apart, so that none of them can ask for silence on behalf of the others. An address counts
     * the same however it is spelt, and one of IPv6 with all of its /64, which is what one customer gets.
     */
    public static String of(String host) {
        String name = written(host);
        Optional<String> literal = HostName.of(name).filter(LITERAL.asMatchPredicate());
        if (literal.isPresent()) {
            return network(literal.get());
        }
        String root = SUFFIXES.getDomainRoot(name);
        return root == null ? name : root;
    }

    /** In lower case and without the dot that may end it. */
    static String written(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static String network(String literal) {
        try {
            String address = InetAddress.getByName(literal).getHostAddress();
            return V6_NETWORK.matcher(address).replaceFirst("$1::/64");
        } catch (UnknownHostException e) {
            return literal;
        }
    }
}
