package org.broadsheet.ingest.dedupe;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.model.IdentityRule;
import org.broadsheet.model.ParsedEntry;
import org.broadsheet.text.CanonicalUrl;
import org.broadsheet.text.Hashes;
import org.jspecify.annotations.Nullable;

/** The keys of one entry, strongest first: guid, link, title with date, text. */
final class Keys {
    /** Longer keys are hashed: a guid can be a whole article. */
    private static final int LONGEST = 300;

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://.+");
    private static final Pattern HOME_PAGE = Pattern.compile("https?://[^/?#]*/?");
    private static final Pattern HOST = Pattern.compile("^[a-z]+://[^/?#]*");

    private Keys() {}

    /** All keys of an entry but its text, which is dear to read; none where it has nothing but that. */
    static Stream<IdentityKey> of(ParsedEntry entry) {
        String link = link(entry);
        return Stream.of(
                        guid(entry.guid()),
                        Optional.ofNullable(link)
                                .filter(address -> !HOME_PAGE.matcher(address).matches())
                                .map(address -> key(IdentityRule.LINK, "l:", address)),
                        title(entry, link))
                .flatMap(Optional::stream);
    }

    /** The key of what an entry says. */
    static IdentityKey text(ParsedEntry entry) {
        return key(IdentityRule.CONTENT, "c:", Hashes.of(entry.title(), link(entry), Candidate.text(entry)));
    }

    /** A key for an entry that has nothing else of its own. */
    static IdentityKey last(List<@Nullable String> said) {
        return key(IdentityRule.CONTENT, "r:", Hashes.of(said.toArray(String[]::new)));
    }

    /** A guid that is an address counts as the page it names, however it is marked or reached (http, https). */
    static Optional<IdentityKey> guid(@Nullable String given) {
        return Optional.ofNullable(given)
                .map(String::strip)
                .filter(guid -> !guid.isEmpty())
                .map(guid -> ADDRESS.matcher(guid).matches() ? page(guid) : guid)
                .map(guid -> key(IdentityRule.GUID, "g:", guid));
    }

    private static @Nullable String link(ParsedEntry entry) {
        if (entry.url() != null && !entry.url().isBlank()) {
            return page(entry.url());
        }
        return entry.enclosures().isEmpty()
                ? null
                : page(entry.enclosures().get(0).url());
    }

    /** The canonical address with its fragment: on one page of a change log, only the fragment tells entries apart. */
    static String page(String address) {
        String canonical = CanonicalUrl.of(address).orElse(address);
        int fragment = address.indexOf('#');
        return fragment < 0 || canonical.indexOf('#') >= 0 ? canonical : canonical + address.substring(fragment);
    }

    /** What of an address outlives a move to another host; null for a front page. */
    static @Nullable String path(@Nullable String address) {
        String path = address == null ? "" : HOST.matcher(page(address)).replaceFirst("");
        return path.length() > 1 ? path : null;
    }

    private static Optional<IdentityKey> title(ParsedEntry entry, @Nullable String link) {
        String title = entry.title();
        if (title == null || title.isBlank()) {
            return Optional.empty();
        }
        Instant published = entry.published();
        return Optional.of(
                key(IdentityRule.CONTENT, "t:", Hashes.of(title, published == null ? link : published.toString())));
    }

    private static IdentityKey key(IdentityRule rule, String kind, String value) {
        String text = kind + value;
        return new IdentityKey(rule, text.length() <= LONGEST ? text : kind + Hashes.of(text));
    }
}
