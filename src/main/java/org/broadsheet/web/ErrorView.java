package org.broadsheet.web;

/** What a page says when there is none to show; {@code sentence} says what happened. */
public record ErrorView(int status, String title, String sentence) {
    static ErrorView of(int status, String sentence) {
        return new ErrorView(status, title(status), sentence);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "That could not be read";
            case 401, 403 -> "Not for you";
            case 404 -> "Nothing here";
            case 405 -> "Not this way";
            case 413 -> "Too large";
            case 429 -> "Too many requests";
            case 503 -> "Not now";
            default -> status < 500 ? "That did not work" : "Something went wrong";
        };
    }
}
