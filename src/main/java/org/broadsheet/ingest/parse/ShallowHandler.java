package org.broadsheet.ingest.parse;

import java.util.List;
import org.jdom2.JDOMFactory;
import org.jdom2.input.sax.SAXHandler;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** Builds a tree that is never deeper than what its readers can walk: elements below that are left out, their text stays. */
final class ShallowHandler extends SAXHandler {
    /** No feed needs a tenth of it; the stack bears ten times as much. */
    static final int DEEPEST = 200;

    /** Around one element. The XML parser looks through all of them for each name. */
    private static final int MOST_PREFIXES = 1000;

    private int depth;
    private int prefixes;
    private boolean flattened;

    ShallowHandler(JDOMFactory factory) {
        super(factory);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        depth++;
        if (depth <= DEEPEST) {
            super.startElement(uri, localName, qName, attributes);
        } else {
            flattened = true;
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        if (depth <= DEEPEST) {
            super.endElement(uri, localName, qName);
        }
        depth--;
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) throws SAXException {
        if (++prefixes > MOST_PREFIXES) {
            throw new SAXException("More namespace prefixes than any feed needs.");
        }
        super.startPrefixMapping(prefix, uri);
    }

    @Override
    public void endPrefixMapping(String prefix) throws SAXException {
        prefixes--;
        super.endPrefixMapping(prefix);
    }

    List<String> repairs() {
        return flattened ? List.of("Its elements are nested too deeply; the innermost were left out.") : List.of();
    }
}
