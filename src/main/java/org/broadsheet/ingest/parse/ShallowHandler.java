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

    private int depth;
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

    List<String> repairs() {
        return flattened ? List.of("Its elements are nested too deeply; the innermost were left out.") : List.of();
    }
}
