package org.broadsheet.ingest.clean;

import org.broadsheet.model.SafeHtml;

/** The form of an article for feeds, whose readers drop frames: what could be played would be gone without a word. */
public final class FeedForm {
    private FeedForm() {}

    /** The same with each player replaced by a link such as "Watch on YouTube". */
    public static SafeHtml of(SafeHtml article) {
        return PageForm.framesAs(article, FeedForm::link);
    }

    private static String link(String address) {
        Markup out = new Markup();
        Links.start(PageForm.page(address), out);
        return out.started().text(PageForm.action(address)).end("a").toString();
    }
}
