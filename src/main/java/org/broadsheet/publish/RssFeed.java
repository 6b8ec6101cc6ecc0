package org.broadsheet.publish;

import static org.broadsheet.publish.Xml.ATOM_IN_RSS;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** A stream as RSS 2.0, with the elements of other namespaces that readers know. */
final class RssFeed {
    /** RFC 822 with the year in four digits, as RSS 2.0 prefers it. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private RssFeed() {}

    static byte[] write(OutgoingFeed feed) {
        List<Outgoing> entries = Outgoing.of(feed);
        Element channel = new Element("channel");
        head(channel, feed);
        Outgoing.language(entries).ifPresent(language -> add(channel, "language", language));
        entries.forEach(entry -> channel.addContent(item(entry, feed.extent().full())));
        Element root = new Element("rss").setAttribute("version", "2.0").addContent(channel);
        List.of(ATOM_IN_RSS, Xml.CONTENT, Xml.DC, Xml.HISTORY).forEach(root::addNamespaceDeclaration);
        return Xml.bytes(root);
    }

    private static void head(Element channel, OutgoingFeed feed) {
        String title = MarkupInText.disarmed(Allowed.title(feed.title(), feed.id()));
        add(channel, "title", title);
        add(channel, "link", WebAddress.ascii(feed.pageUrl().toString()));
        add(channel, "description", title);
        add(channel, "lastBuildDate", date(feed.updated()));
        add(channel, "generator", "Broadsheet");
        Xml.add(channel, "id", ATOM_IN_RSS, Allowed.text(feed.id()));
        Xml.whereabouts(channel, ATOM_IN_RSS, feed, FeedFormat.RSS);
        Xml.link(channel, ATOM_IN_RSS, "alternate", feed.pageUrl().toString(), "text/html", "");
        Xml.extent(channel, feed.extent());
    }

    private static Element item(Outgoing entry, boolean full) {
        Element item = new Element("item");
        add(item, "title", MarkupInText.disarmed(entry.title()));
        add(item, "link", WebAddress.ascii(entry.link()));
        add(item, "guid", entry.id()).setAttribute("isPermaLink", "false");
        add(item, "pubDate", date(entry.dated()));
        // <author> would have to be a mail address.
        addUnlessEmpty(item, "creator", Xml.DC, MarkupInText.disarmed(entry.author()));
        addUnlessEmpty(item, "language", Xml.DC, entry.language());
        entry.tags().forEach(tag -> add(item, "category", MarkupInText.disarmed(tag)));
        // A description is HTML, the summary is plain text.
        addUnlessEmpty(item, "description", Namespace.NO_NAMESPACE, MarkupInText.escaped(entry.summary()));
        if (full) {
            addUnlessEmpty(item, "encoded", Xml.CONTENT, entry.html());
        }
        files(item, entry.enclosures());
        entry.related().forEach(seen -> Xml.link(item, ATOM_IN_RSS, "related", seen.url(), "text/html", seen.title()));
        if (!entry.origin().url().isEmpty()) {
            add(item, "source", MarkupInText.disarmed(entry.origin().title()))
                    .setAttribute("url", WebAddress.ascii(entry.origin().url()));
        }
        Xml.add(item, "identifier", Xml.DC, entry.guid());
        Xml.add(item, "updated", ATOM_IN_RSS, Allowed.date(entry.updated()));
        return item;
    }

    /** Many readers take one enclosure an item, so the rest go out as Atom links. The length must be there, 0 where unknown. */
    private static void files(Element item, List<Outgoing.Attached> files) {
        files.stream().limit(1).forEach(file -> {
            String length = Long.toString(Objects.requireNonNullElse(file.bytes(), 0L));
            add(item, "enclosure", "")
                    .setAttribute("url", WebAddress.ascii(file.url()))
                    .setAttribute("length", length)
                    .setAttribute("type", file.type());
        });
        files.stream().skip(1).map(Outgoing.Attached::inAscii).forEach(file -> Xml.enclosure(item, ATOM_IN_RSS, file));
    }

    private static Element add(Element parent, String name, String text) {
        return Xml.add(parent, name, Namespace.NO_NAMESPACE, text);
    }

    private static void addUnlessEmpty(Element parent, String name, Namespace namespace, String text) {
        if (!text.isEmpty()) {
            Xml.add(parent, name, namespace, text);
        }
    }

    private static String date(Instant at) {
        return DATE.format(at);
    }
}
