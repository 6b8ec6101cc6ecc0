package org.broadsheet.publish;

import static org.broadsheet.publish.Xml.ATOM;

import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** A stream as Atom 1.0 (RFC 4287), each entry with the {@code atom:source} that it comes from. */
final class AtomFeed {
    private AtomFeed() {}

    static byte[] write(OutgoingFeed feed) {
        List<Outgoing> entries = Outgoing.of(feed);
        Element root = new Element("feed", ATOM);
        root.addNamespaceDeclaration(Xml.HISTORY);
        root.addNamespaceDeclaration(Xml.DC);
        Outgoing.language(entries).ifPresent(language -> language(root, language));
        head(root, feed);
        entries.forEach(entry -> root.addContent(entry(entry, feed.extent().full())));
        return Xml.bytes(root);
    }

    private static void head(Element root, OutgoingFeed feed) {
        String title = Allowed.title(feed.title(), feed.id());
        add(root, "id", Allowed.text(feed.id()));
        text(root, "title", title);
        add(root, "updated", Allowed.date(feed.updated()));
        person(root, title); // §4.1.1: an author of the feed, because an entry may have none
        Xml.link(root, ATOM, "alternate", feed.pageUrl().toString(), "text/html", "");
        Xml.whereabouts(root, ATOM, feed, FeedFormat.ATOM);
        add(root, "generator", "Broadsheet");
        Xml.extent(root, feed.extent());
    }

    private static Element entry(Outgoing entry, boolean full) {
        Element element = new Element("entry", ATOM);
        if (!entry.language().isEmpty()) {
            language(element, entry.language());
        }
        add(element, "id", entry.id());
        text(element, "title", entry.title());
        add(element, "updated", Allowed.date(entry.updated()));
        entry.published().ifPresent(at -> add(element, "published", Allowed.date(at)));
        if (!entry.author().isEmpty()) {
            person(element, entry.author());
        }
        links(element, entry);
        entry.tags().forEach(tag -> element.addContent(new Element("category", ATOM).setAttribute("term", tag)));
        texts(element, entry, full);
        element.addContent(source(entry.origin()));
        Xml.add(element, "identifier", Xml.DC, entry.guid());
        return element;
    }

    private static void links(Element element, Outgoing entry) {
        Xml.link(element, ATOM, "alternate", entry.link(), "", "");
        entry.enclosures().forEach(file -> Xml.enclosure(element, ATOM, file));
        entry.related().forEach(seen -> Xml.link(element, ATOM, "related", seen.url(), "text/html", seen.title()));
        if (!entry.origin().url().isEmpty()) {
            Xml.link(
                    element,
                    ATOM,
                    "via",
                    entry.origin().url(),
                    "",
                    entry.origin().title());
        }
    }

    /** One of the two is always there, be it empty: an entry without any is none that all readers show. */
    private static void texts(Element element, Outgoing entry, boolean full) {
        if (!entry.summary().isEmpty() || !full) {
            text(element, "summary", entry.summary());
        }
        if (full) {
            add(element, "content", entry.html()).setAttribute("type", "html");
        }
    }

    /** The id is the feed's address: its own id is not kept, and two feeds never share an address. */
    private static Element source(Outgoing.Origin origin) {
        Element source = new Element("source", ATOM);
        if (!origin.url().isEmpty()) {
            add(source, "id", origin.url());
        }
        text(source, "title", origin.title());
        add(source, "updated", Allowed.date(origin.updated()));
        person(source, origin.title());
        origin.site().ifPresent(site -> Xml.link(source, ATOM, "alternate", site, "", ""));
        if (!origin.url().isEmpty()) {
            Xml.link(source, ATOM, "self", origin.url(), "", "");
        }
        return source;
    }

    private static Element add(Element parent, String name, String text) {
        return Xml.add(parent, name, ATOM, text);
    }

    private static void text(Element parent, String name, String text) {
        if (MarkupInText.isIn(text)) {
            add(parent, name, MarkupInText.escaped(text)).setAttribute("type", "html");
        } else {
            add(parent, name, text);
        }
    }

    private static void person(Element parent, String name) {
        Element author = new Element("author", ATOM);
        add(author, "name", name);
        parent.addContent(author);
    }

    private static void language(Element element, String language) {
        element.setAttribute("lang", language, Namespace.XML_NAMESPACE);
    }
}
