package org.broadsheet.publish.rules;

import static org.broadsheet.publish.rules.Rule.error;
import static org.broadsheet.publish.rules.Rule.warning;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdom2.Element;

/** Dates of all formats: in the form that the format has for them, and neither long ago nor in the future. */
final class DateRules {
    private DateRules() {}

    static List<Rule<Element>> atom(Instant now) {
        return rules("atom", now, root -> texts(Dom.all(root, Dom.ATOM, "updated", "published")), Values::rfc3339);
    }

    static List<Rule<Element>> rss(Instant now) {
        return rules("rss", now, root -> texts(Dom.all(root, Dom.RSS, "pubDate", "lastBuildDate")), Values::rfc822);
    }

    static List<Rule<JsonNode>> json(Instant now) {
        return rules("json", now, DateRules::texts, Values::rfc3339);
    }

    private static <D> List<Rule<D>> rules(
            String format, Instant now, Function<D, Stream<String>> dates, Function<String, Optional<Instant>> moment) {
        return List.of(
                error(
                        format + ".date",
                        document -> dates.apply(document)
                                .filter(date -> moment.apply(date).isEmpty())),
                warning(
                        format + ".date-implausible",
                        document -> dates.apply(document)
                                .filter(date -> moment.apply(date)
                                        .filter(at -> !Values.isPlausible(at, now))
                                        .isPresent())));
    }

    private static Stream<String> texts(Stream<Element> dates) {
        return dates.map(Element::getText);
    }

    private static Stream<String> texts(JsonNode json) {
        return JsonRules.items(json)
                .flatMap(item -> Stream.of("date_published", "date_modified")
                        .filter(item::has)
                        .map(name -> item.path(name).asText()));
    }
}
