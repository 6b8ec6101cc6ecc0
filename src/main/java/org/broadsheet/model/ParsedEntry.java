package org.broadsheet.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry as its document gives it; addresses are absolute, {@code title} is plain text, the HTML is still raw.
 *
 * @param guid the publisher's id, null when there is none
 * @param url the article's page, null when there is none
 * @param externalUrl a page the entry is about, when that is not its own page
 * @param published null when missing or unreadable: never a made-up now
 */
public record ParsedEntry(
        @Nullable String guid,
        @Nullable String url,
        @Nullable String externalUrl,
        @Nullable String title,
        @Nullable String contentHtml,
        @Nullable String summaryHtml,
        @Nullable String imageUrl,
        @Nullable Instant published,
        @Nullable Instant updated,
        List<Author> authors,
        List<String> tags,
        @Nullable String language,
        @Nullable String commentsUrl,
        List<Enclosure> enclosures,
        Particulars particulars) {}
