package org.broadsheet.web;

import java.util.List;

/** Feeds that one page offers, to choose from; {@code asked} is the address that was given, as it may be shown, {@code folder} maybe empty. */
public record ChoicesView(String asked, String folder, List<Choice> choices) {
    /** One of the feeds. */
    public record Choice(String url, String title, String type) {}
}
