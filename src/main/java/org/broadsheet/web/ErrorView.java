package org.broadsheet.web;

import org.broadsheet.server.Why;

/** What a page says when there is none to show; {@code sentence} says what happened. */
public record ErrorView(int status, String title, String sentence) {
    static ErrorView of(int status, Why why, Texts texts) {
        return new ErrorView(status, texts.get(title(status)), sentence(why, texts));
    }

    private static String sentence(Why why, Texts texts) {
        return why.refusal() == null
                ? why.sentence()
                : texts.get("refusal." + why.refusal().key(), String.valueOf(why.value()));
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "error.400";
            case 401, 403 -> "error.401";
            case 404 -> "error.404";
            case 405 -> "error.405";
            case 413 -> "error.413";
            case 429 -> "error.429";
            case 421 -> "error.421";
            case 503 -> "error.503";
            default -> status < 500 ? "error.4xx" : "error.5xx";
        };
    }
}
