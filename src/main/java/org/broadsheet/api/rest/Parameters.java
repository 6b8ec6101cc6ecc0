package org.broadsheet.api.rest;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.Position;
import org.jspecify.annotations.Nullable;

/** Texts of a request as what they mean. A bad one is a 400 that names it. */
final class Parameters {
    private Parameters() {}

    static int limit(Context ctx, int otherwise, int most) {
        long limit = number(ctx, "limit", otherwise);
        if (limit < 1 || limit > most) {
            throw Json.bad("limit", "must be a number from 1 to " + most + ".");
        }
        return (int) limit;
    }

    /** A whole number of at most 18 digits. */
    static long number(Context ctx, String name, long otherwise) {
        String text = ctx.queryParam(name);
        if (text == null) {
            return otherwise;
        }
        if (!isNumber(text)) {
            throw Json.bad(name, "must be a number.");
        }
        return Long.parseLong(text);
    }

    static @Nullable Position cursor(Context ctx) {
        String text = ctx.queryParam("cursor");
        return text == null
                ? null
                : Position.parse(text)
                        .orElseThrow(() -> Json.bad("cursor", "is not one that this server gave as next_cursor."));
    }

    static <E extends Enum<E>> E oneOf(Context ctx, String name, Class<E> type, E otherwise) {
        String text = ctx.queryParam(name);
        if (text == null) {
            return otherwise;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> word(value).equals(text))
                .findFirst()
                .orElseThrow(() -> Json.bad(name, "must be one of " + words(type) + "."));
    }

    private static <E extends Enum<E>> String words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Parameters::word).collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static FeedId feed(String name, @Nullable String text) {
        if (text == null || !isNumber(text)) {
            throw Json.bad(name, "must be the id of a feed.");
        }
        return new FeedId(Long.parseLong(text));
    }

    /** An id in a member of the request. */
    static long id(String name, String text) {
        if (!isNumber(text)) {
            throw Json.bad(name, "must be an id, a string of digits.");
        }
        return Long.parseLong(text);
    }

    static FolderPath folder(String text) {
        try {
            return FolderPath.parse(text);
        } catch (IllegalArgumentException e) {
            throw Json.bad("folder", "must be a path of names such as News/Europe.");
        }
    }

    static EntryId entryInPath(Context ctx) {
        return new EntryId(idInPath(ctx));
    }

    /** The id in the path; one that cannot exist is a 404. */
    static long idInPath(Context ctx) {
        String text = ctx.pathParam("id");
        if (!isNumber(text)) {
            throw new NotFoundResponse("There is nothing with the id in this address.");
        }
        return Long.parseLong(text);
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,18}");
    }
}
