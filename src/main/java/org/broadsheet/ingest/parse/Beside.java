package org.broadsheet.ingest.parse;

import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.model.Particulars;
import org.broadsheet.model.Particulars.Origin;
import org.broadsheet.model.Particulars.Person;
import org.broadsheet.model.Particulars.Transcript;
import org.jspecify.annotations.Nullable;

/** What an entry says beside its text: rights, where it was taken from, and the podcast namespace 2.0. */
final class Beside {
    private Beside() {}

    static Particulars of(Node entry) {
        return new Particulars(
                entry.first(
                        Text::plain,
                        "rights",
                        "copyright",
                        "atom:rights",
                        "dc:rights",
                        "dcterms:rights",
                        "media:copyright"),
                entry.first(Beside::origin, "source", "atom:source", "dc:source"),
                entry.each("podcast:transcript").stream()
                        .flatMap(Beside::transcript)
                        .toList(),
                entry.first(node -> node.address("url"), "podcast:chapters"),
                people(entry));
    }

    /** RSS names the feed as text with its address as an attribute; Atom puts the feed's own elements inside. */
    private static @Nullable Origin origin(Node source) {
        String own = source.first(Text::plain, "title", "atom:title");
        String title = own == null && source.element().getChildren().isEmpty() ? Text.plain(source) : own;
        Links links = new Links(source);
        String address = source.address("url");
        String self = address == null ? links.rel("self") : address;
        String url = self == null ? links.page() : self;
        return title == null && url == null ? null : new Origin(title, url);
    }

    private static Stream<Transcript> transcript(Node node) {
        String url = node.address("url");
        return url == null
                ? Stream.empty()
                : Stream.of(new Transcript(url, node.attribute("type"), Languages.tag(node.attribute("language"))));
    }

    private static List<Person> people(Node entry) {
        return entry.each("podcast:person", "media:credit").stream()
                .flatMap(Beside::person)
                .toList();
    }

    private static Stream<Person> person(Node node) {
        String name = Text.plain(node);
        return name == null
                ? Stream.empty()
                : Stream.of(new Person(name, node.attribute("role"), node.address("href"), node.address("img")));
    }
}
