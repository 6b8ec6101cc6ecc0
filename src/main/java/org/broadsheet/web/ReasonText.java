package org.broadsheet.web;

import java.time.Duration;
import java.util.Locale;
import org.broadsheet.model.Reason;

/** Why a source is asked when it is, in the words of the page. */
final class ReasonText {
    private ReasonText() {}

    static String of(Reason reason, Edition edition) {
        Texts texts = edition.texts();
        String key = "reason." + reason.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String span = span(reason.pause(), texts);
        String pause = switch (reason.limit()) {
            case NONE -> span;
            case SHORTEST -> texts.get("reason.shortest", span);
            case LONGEST -> texts.get("reason.longest", span);
        };
        String text = switch (reason.kind()) {
            case CLOSED -> texts.get(key);
            case NOTHING_THERE -> texts.get(key, age(reason, texts));
            case SELDOM -> texts.get(key, pause, age(reason, texts));
            case OFTEN, FAILED -> texts.get(key, pause, reason.count());
            default -> texts.get(key, pause);
        };
        return reason.until() == null
                ? text
                : text + " "
                        + texts.get(
                                "reason.until",
                                When.future(reason.until(), edition).exact());
    }

    private static String age(Reason reason, Texts texts) {
        return span(Duration.ofMinutes(reason.count()), texts);
    }

    private static String span(Duration span, Texts texts) {
        long minutes = Math.max(1, span.plusSeconds(30).toMinutes());
        if (minutes < 120) {
            return texts.get("span.minutes", minutes);
        }
        return minutes < 2_880 ? texts.get("span.hours", minutes / 60) : texts.get("span.days", minutes / 1_440);
    }
}
