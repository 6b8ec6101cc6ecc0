package org.broadsheet.web;

import java.util.Locale;
import org.broadsheet.model.Failure;
import org.broadsheet.model.ListNote;
import org.broadsheet.model.ListPlace;
import org.broadsheet.model.ListRemark;
import org.broadsheet.model.NoList;

/** What became of a list of feeds, in the words of the page. */
final class ListText {
    private ListText() {}

    /** Why something of a list was not taken. */
    static String why(ListRemark remark, Texts texts) {
        return remark.match(note -> note(note, texts), none -> none(none, texts), failure -> failure(failure, texts));
    }

    /** Why a list that is followed cannot be, and what that means. */
    static String trouble(NoList none, Texts texts) {
        return none(none, texts) + " " + texts.get("report.stay");
    }

    /** Which part of a list it is about: an address, which is what it is, an outline or the whole. */
    static String where(ListPlace place, Texts texts) {
        return place.match(
                ListPlace.Address::url, outline -> outline(outline, texts), whole -> texts.get("report.document"));
    }

    private static String outline(ListPlace.Outline outline, Texts texts) {
        // As text, for a number would get marks between its thousands.
        String name = texts.get("report.outline", Integer.toString(outline.number()));
        return outline.title() == null ? name : name + " (" + outline.title() + ")";
    }

    private static String note(ListNote note, Texts texts) {
        return texts.get(key(note.kind()), note.value());
    }

    private static String none(NoList none, Texts texts) {
        String file = none.file() == null ? texts.get("report.the-file") : none.file();
        return texts.get(key(none.kind()), file, none.value());
    }

    private static String failure(Failure failure, Texts texts) {
        return switch (failure.detail()) {
            case NONE -> texts.get("trouble." + failure.kind());
            case ANSWERED, WAIT -> texts.get(key(failure.detail()), failure.value());
            case IN_ENGLISH -> failure.value();
        };
    }

    private static String key(Enum<?> kind) {
        return "report." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
