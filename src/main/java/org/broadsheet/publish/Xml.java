package org.broadsheet.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.ProcessingInstruction;
import org.jdom2.output.Format;
import org.jdom2.output.LineSeparator;
import org.jdom2.output.XMLOutputter;

/** What the two XML formats share: namespaces, elements of text, bytes. */
final class Xml {
    static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
    static final Namespace ATOM_IN_RSS = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");
    static final Namespace CONTENT = Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");
    static final Namespace DC = Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");

    /** RFC 5005. */
    static final Namespace HISTORY = Namespace.getNamespace("fh", "http://purl.org/syndication/history/1.0");

    private Xml() {}

    static Element add(Element parent, String name, Namespace namespace, String text) {
        Element child = new Element(name, namespace).setText(text);
        parent.addContent(child);
        return child;
    }

    /** RFC 4287 §4.2.7; an empty type or title is not written. */
    static Element link(Element parent, Namespace namespace, String rel, String href, String type, String title) {
        Element link = new Element("link", namespace).setAttribute("rel", rel).setAttribute("href", href);
        if (!type.isEmpty()) {
            link.setAttribute("type", type);
        }
        if (!title.isEmpty()) {
            link.setAttribute("title", title);
        }
        parent.addContent(link);
        return link;
    }

    static void enclosure(Element parent, Namespace namespace, Outgoing.Attached file) {
        Element link = link(parent, namespace, "enclosure", file.url(), file.type(), file.title());
        if (file.bytes() != null) {
            link.setAttribute("length", file.bytes().toString());
        }
    }

    /** Where the document is and where the stream goes on. */
    static void whereabouts(Element parent, Namespace namespace, OutgoingFeed feed, FeedFormat format) {
        String type = format.bareType();
        link(parent, namespace, "self", feed.selfUrl().toString(), type, "");
        feed.hubs().forEach(hub -> link(parent, namespace, "hub", hub.toString(), "", ""));
        feed.extent()
                .links()
                .forEach(link -> link(parent, namespace, link.rel(), link.href().toString(), type, ""));
    }

    /** Whether it is a part of the archive. */
    static void extent(Element parent, Extent extent) {
        if (extent.archived()) {
            add(parent, "archive", HISTORY, "");
        }
    }

    /**
     * No indentation: white space is part of a text. The style sheet is for people who open the document in a browser; its
     * address never changes, because those of archives must not.
     */
    static byte[] bytes(Element root) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new XMLOutputter(Format.getRawFormat().setLineSeparator(LineSeparator.UNIX)).output(styled(root), bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Document styled(Element root) {
        Document document = new Document();
        document.addContent(new ProcessingInstruction("xml-stylesheet", "type=\"text/css\" href=\"/feed.css\""));
        document.addContent(root);
        return document;
    }
}
