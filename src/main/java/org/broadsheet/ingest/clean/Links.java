package org.broadsheet.ingest.clean;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Writes links, and keeps the ids that links of the same fragment lead to, such as footnotes. */
final class Links {
    static final String REL = "noopener noreferrer nofollow";

    /** No id of an article may meet an id or a global name of the page it is shown in. */
    private static final String PREFIX = "user-content-";

    private static final Pattern NO_ID = Pattern.compile("[^\\p{L}\\p{N}_.:-]");

    private static final int MAX_ID = 80;

    private final Addresses addresses;
    private final Set<String> targets;

    private Links(Addresses addresses, Set<String> targets) {
        this.addresses = addresses;
        this.targets = targets;
    }

    static Links in(Element fragment, Addresses addresses) {
        Set<String> targets = new HashSet<>();
        fragment.forEachNode(node -> {
            String href = node.normalName().equals("a") ? node.attr("href").strip() : "";
            if (href.length() > 1 && href.charAt(0) == '#') targets.add(id(decoded(href.substring(1))));
        });
        return new Links(addresses, targets);
    }

    /** The prefixed id that a link in the fragment leads to; null when none does. */
    @Nullable
    String target(Element element) {
        String given =
                element.hasAttr("id") || !element.normalName().equals("a") ? element.attr("id") : element.attr("name");
        String id = given.isBlank() ? "" : id(given.strip());
        return targets.contains(id) ? id : null;
    }

    /** Where a link leads; null when nowhere. */
    @Nullable
    String href(Element link) {
        String name = link.hasAttr("href") ? "href" : "xlink:href";
        if (!link.hasAttr(name)) return null;
        String href = link.attr(name).strip();
        if (!href.startsWith("#")) return addresses.link(href);
        return href.length() == 1 ? null : "#" + id(decoded(href.substring(1)));
    }

    /** The page that a quotation is from; null when it is no web page. */
    @Nullable
    String cite(String address) {
        return addresses.media(address);
    }

    static void start(@Nullable String href, Markup out) {
        out.start("a").attribute("href", href).attribute("rel", href == null || href.startsWith("#") ? null : REL);
    }

    private static String id(String name) {
        String bare = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        String safe = NO_ID.matcher(bare).replaceAll("-");
        return PREFIX + safe.substring(0, Math.min(safe.length(), MAX_ID));
    }

    private static String decoded(String fragment) {
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return fragment;
        }
    }
}
