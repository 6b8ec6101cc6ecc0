package org.broadsheet.web;

import java.util.List;
import org.broadsheet.model.Article;
import org.broadsheet.model.Entry;
import org.broadsheet.model.SafeHtml;
import org.jspecify.annotations.Nullable;

/**
 * An article's page, ready to print.
 *
 * @param original the article at its publisher, null when the feed gave no address
 * @param standfirst null where the text begins with the same words
 * @param picture above the text, null where the text has pictures of its own
 * @param updated when the publisher last changed it, null until then
 * @param files that belong to it
 * @param sightings other entries that say the same
 * @param more other headlines
 */
public record EntryView(
        Row row,
        @Nullable String original,
        @Nullable String standfirst,
        @Nullable String author,
        @Nullable When updated,
        @Nullable String picture,
        SafeHtml content,
        List<Attachment> files,
        List<String> tags,
        List<SightingLine> sightings,
        LabelsView labels,
        Link moreOf,
        List<Row> more,
        Onward onward) {

    static EntryView of(
            Article article, LabelsView labels, Link moreOf, List<Row> more, Onward onward, Edition edition) {
        Entry entry = article.headline().entry();
        Body body = Body.read(article.content());
        List<Attachment> files = Attachment.of(entry.enclosures(), edition.texts());
        return new EntryView(
                Row.of(article.headline(), edition),
                Link.safe(entry.url()),
                body.repeats(entry.summary()) ? null : entry.summary(),
                entry.author(),
                entry.updated() == null ? null : When.past(entry.updated(), edition),
                body.hasPictures() ? null : Link.safe(entry.imageUrl()),
                article.content(),
                files,
                entry.tags(),
                SightingLine.of(article.headline()),
                labels,
                moreOf,
                more,
                onward);
    }
}
