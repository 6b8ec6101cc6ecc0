package org.broadsheet.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.model.Position;
import org.jspecify.annotations.Nullable;

/** What a request says, checked at the door. */
final class Ask {
    private Ask() {}

    /** The id in the path; what cannot be one names nothing, so it answers 404. */
    static long id(Context ctx) {
        String text = ctx.pathParam("id");
        if (!text.matches("\\d{1,18}")) {
            throw new NotFoundResponse(Readers.spoken(ctx).get("refusal.no-such-address"));
        }
        return Long.parseLong(text);
    }

    /** Where a page of a stream begins, null for the stream's start. Answers 400 when it is no position. */
    static @Nullable Position after(Context ctx) {
        String text = ctx.queryParam("after");
        return text == null ? null : Position.parse(text).orElseThrow(() -> unfit(ctx, "after"));
    }

    /** A number. Answers 400 when there is none. */
    static long number(Context ctx, @Nullable String text, String name) {
        if (text == null || !text.matches("\\d{1,18}")) {
            throw unfit(ctx, name);
        }
        return Long.parseLong(text);
    }

    /** True, false, or null where the form does not say. Answers 400 for any other word. */
    static @Nullable Boolean mark(Context ctx, String name) {
        String text = ctx.formParam(name);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw unfit(ctx, name);
        }
        return text == null ? null : Boolean.valueOf(text);
    }

    /** A word of the address, in lower case. Answers 400 for any other. */
    static <E extends Enum<E>> E oneOf(Context ctx, String name, Class<E> type, E otherwise) {
        String text = ctx.queryParam(name);
        if (text == null) {
            return otherwise;
        }
        return word(type, text).orElseThrow(() -> unfit(ctx, name));
    }

    /** One of a few words in a field of a form, in lower case. Answers 400 for any other and for none. */
    static <E extends Enum<E>> E choice(Context ctx, String name, Class<E> type) {
        return word(type, field(ctx, name)).orElseThrow(() -> unfit(ctx, name));
    }

    private static <E extends Enum<E>> Optional<E> word(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }

    /** A field of a form, without blanks around it; empty when it is missing. */
    static String field(Context ctx, String name) {
        String text = ctx.formParam(name);
        return text == null ? "" : text.strip();
    }

    /** The answer to a request in which something is missing, or has a value that there is not. */
    static BadRequestResponse unfit(Context ctx, String name) {
        return new BadRequestResponse(Readers.spoken(ctx).get("error.unfit", name));
    }
}
