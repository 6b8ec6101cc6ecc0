package org.broadsheet.ingest.parse;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Language tags as feeds write them. */
final class Languages {
    /** RFC 5646 §4.4.1 asks for 35; a longer one is none. */
    private static final int LONGEST = 60;

    private static final Pattern TAG = Pattern.compile("[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*");

    private Languages() {}

    /** The tag with hyphens (BCP 47), null when the text is none: {@code en_US} is en-US, "English" stays as it is. */
    static @Nullable String tag(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String hyphens = text.strip().replace('_', '-');
        return hyphens.length() <= LONGEST && TAG.matcher(hyphens).matches() ? hyphens : null;
    }
}
