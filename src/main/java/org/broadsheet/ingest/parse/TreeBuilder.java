package org.broadsheet.ingest.parse;

import com.rometools.rome.io.SAXBuilder;
import com.rometools.rome.io.WireFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.JDOMFactory;
import org.jdom2.UncheckedJDOMFactory;
import org.jspecify.annotations.Nullable;

/**
 * Builds the element tree with Rome's guarded reader: a DOCTYPE is an error, nothing outside the text is opened.
 *
 * <p>The names and characters were checked by the XML parser, so JDOM's second check is left out.
 */
final class TreeBuilder extends WireFeedInput {
    private static final JDOMFactory UNCHECKED = new UncheckedJDOMFactory();

    // Java 24 and later refuse more than 100 levels; the handler leaves out what is too deep and reads the rest.
    private static final String DEPTH_LIMIT = "jdk.xml.maxElementDepth";
    private static final String NO_LIMIT = "0";

    private TreeBuilder() {}

    /**
     * A tree, or what was wrong.
     *
     * @param root null when the text is no well-formed XML
     * @param problem the parser's words, empty for a tree
     */
    record Built(@Nullable Element root, String problem, List<String> repairs) {}

    static Built build(String text) {
        ShallowHandler handler = new ShallowHandler(UNCHECKED);
        try {
            SAXBuilder builder = new TreeBuilder().createSAXBuilder();
            builder.setProperty(DEPTH_LIMIT, NO_LIMIT);
            builder.setSAXHandlerFactory(factory -> handler);
            builder.setJDOMFactory(UNCHECKED);
            Document document = builder.build(new StringReader(text));
            return new Built(document.getRootElement(), "", handler.repairs());
        } catch (JDOMException | IOException | IllegalArgumentException | IllegalStateException broken) {
            return new Built(null, String.valueOf(broken.getMessage()), List.of());
        }
    }
}
