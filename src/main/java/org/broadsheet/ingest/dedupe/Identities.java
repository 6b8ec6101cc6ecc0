package org.broadsheet.ingest.dedupe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.model.Enclosure;
import org.broadsheet.model.IdentityRule;
import org.broadsheet.model.ParsedEntry;
import org.broadsheet.text.Hashes;
import org.jspecify.annotations.Nullable;

/**
 * What the entries of a document are known by: the guid, else the link, else the content (DESIGN §5).
 *
 * <p>A guid or link that stands on several entries tells nothing apart, whichever of them comes first, so each of them
 * falls to the next rule. An entry that is repeated word for word counts once.
 */
public final class Identities {
    /** Longer keys are hashed: a guid can be a whole article. */
    private static final int LONGEST_KEY = 300;

    private Identities() {}

    /** The candidates of a document, in its order. */
    public static List<Candidate> of(List<ParsedEntry> entries) {
        Map<String, ParsedEntry> distinct = new LinkedHashMap<>();
        entries.forEach(entry -> distinct.putIfAbsent(rawHash(entry), entry));
        Map<String, Integer> guids = count(distinct, true);
        Map<String, Integer> links = count(distinct, false);
        Map<String, Candidate> byKey = new LinkedHashMap<>();
        distinct.forEach((hash, entry) -> {
            Candidate candidate = candidate(entry, hash, guids, links);
            byKey.putIfAbsent(candidate.key(), candidate);
        });
        return new ArrayList<>(byKey.values());
    }

    private static Candidate candidate(
            ParsedEntry entry, String hash, Map<String, Integer> guids, Map<String, Integer> links) {
        String guid = entry.guid();
        if (isTelling(guid, guids)) {
            return new Candidate(entry, key("g:", guid), IdentityRule.GUID, hash);
        }
        String url = entry.url();
        if (isTelling(url, links)) {
            return new Candidate(entry, key("l:", url), IdentityRule.LINK, hash);
        }
        return new Candidate(entry, key("c:", contentKey(entry)), IdentityRule.CONTENT, hash);
    }

    private static boolean isTelling(@Nullable String value, Map<String, Integer> counts) {
        return value != null && !value.isBlank() && counts.getOrDefault(value, 0) == 1;
    }

    private static Map<String, Integer> count(Map<String, ParsedEntry> entries, boolean guids) {
        Map<String, Integer> counts = new HashMap<>();
        for (ParsedEntry entry : entries.values()) {
            String value = guids ? entry.guid() : entry.url();
            if (value != null) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        return counts;
    }

    private static String key(String kind, @Nullable String value) {
        String text = kind + value;
        return text.length() <= LONGEST_KEY ? text : kind + Hashes.of(text);
    }

    private static String contentKey(ParsedEntry entry) {
        return Hashes.of(entry.title(), entry.url(), entry.contentHtml(), entry.summaryHtml());
    }

    private static String rawHash(ParsedEntry entry) {
        List<@Nullable String> parts = new ArrayList<>();
        parts.add(entry.guid());
        parts.add(entry.url());
        parts.add(entry.title());
        parts.add(entry.contentHtml());
        parts.add(entry.summaryHtml());
        parts.add(entry.imageUrl());
        entry.authors().forEach(author -> parts.add(author.name()));
        parts.addAll(entry.tags());
        entry.enclosures().stream().map(Enclosure::url).forEach(parts::add);
        return Hashes.of(parts.toArray(String[]::new));
    }
}
