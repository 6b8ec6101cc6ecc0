package org.broadsheet.ingest.opml;

import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The first rung: Java's own XML reader, with document types and all access to the outside switched off. */
final class StrictXml {
    private static final XMLInputFactory FACTORY = guarded();

    private StrictXml() {}

    private static XMLInputFactory guarded() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        // Attributes of prefixes that nobody declared are read too.
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }

    /** Hands the document over until it ends, breaks or has too many outlines; what broke it, or null. */
    static @Nullable String read(Reader text, Outlines outlines) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ShortTags(text));
            while (reader.hasNext() && !outlines.isFull()) {
                hand(reader.next(), reader, outlines);
            }
            return null;
        } catch (XMLStreamException broken) {
            return "line " + broken.getLocation().getLineNumber();
        }
    }

    private static void hand(int event, XMLStreamReader reader, Outlines outlines) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> outlines.open(reader.getLocalName(), attributes(reader));
            case XMLStreamConstants.END_ELEMENT -> outlines.close(reader.getLocalName());
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> outlines.text(reader.getText());
            default -> {}
        }
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(
                    name(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)), reader.getAttributeValue(i));
        }
        return attributes;
    }

    private static String name(@Nullable String prefix, String local) {
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }
}
