package org.broadsheet.web;

import java.util.List;
import org.broadsheet.reading.AddressCheck.Preview;
import org.broadsheet.reading.Subscribed;
import org.broadsheet.text.FeedAddress;
import org.jspecify.annotations.Nullable;

/**
 * A feed before it is followed, ready to print.
 *
 * @param url that is to be followed, with a name and password where it has them: for the form only
 * @param folder where it is to go, empty for none
 */
public record PreviewView(
        String url, String folder, String title, String description, String line, List<Headline> newest) {
    /** One of its entries; the time is null where it does not say. */
    public record Headline(String title, @Nullable When when) {}

    /** As it may be shown. */
    public String address() {
        return FeedAddress.withoutCredentials(url);
    }

    static PreviewView of(Subscribed.Previewed seen, String folder, Edition edition) {
        Preview preview = seen.preview();
        return new PreviewView(
                seen.url(),
                folder,
                preview.title() == null ? FeedAddress.withoutCredentials(seen.url()) : preview.title(),
                preview.description(),
                edition.texts().get("preview.line", preview.entries()),
                preview.newest().stream()
                        .map(line -> new Headline(
                                line.title(), line.published() == null ? null : When.past(line.published(), edition)))
                        .toList());
    }
}
