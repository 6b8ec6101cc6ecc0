package org.broadsheet.web;

import java.util.EnumSet;
import java.util.Set;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.reading.Subscribed;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked to subscribe to, for the form to show once more.
 *
 * @param refusal why it was not added, null when it was not tried
 * @param mayLook whether the site may have a feed elsewhere
 * @param mayInsist whether it can be added although it could not be read
 */
public record Wish(String url, String folder, @Nullable String refusal, boolean mayLook, boolean mayInsist) {
    public static final Wish NONE = new Wish("", "", null, false, false);

    // Where trying again will not help either.
    private static final Set<ErrorKind> HOPELESS =
            EnumSet.of(ErrorKind.BLOCKED_SCHEME, ErrorKind.BLOCKED_ADDRESS, ErrorKind.GONE);

    /** One that was begun elsewhere, by the bookmarklet for example. */
    static Wish of(@Nullable String url) {
        return url == null ? NONE : new Wish(url, "", null, false, false);
    }

    static Wish refused(String url, String folder, Subscribed.Refused why, Texts texts) {
        boolean plain = why.sentence().equals(why.kind().sentence());
        String sentence = plain ? texts.get("trouble." + why.kind()) : why.sentence();
        boolean isPage = why.kind() == ErrorKind.NOT_A_FEED;
        return new Wish(url, folder, sentence, isPage, !HOPELESS.contains(why.kind()));
    }
}
