package org.broadsheet.ingest.parse;

import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Content;
import org.jdom2.Element;

/** Inline XHTML written back as HTML: no prefixes, no self-closing tags but those of void elements. */
final class Markup {
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr");

    private final StringBuilder out = new StringBuilder();

    private Markup() {}

    /** What stands inside an element; inside its {@code div} or {@code body} when that is all it has (RFC 4287 §3.1.1.3). */
    static String inside(Element element) {
        Element holder = holder(element);
        Markup markup = new Markup();
        holder.getContent().forEach(markup::add);
        return markup.out.toString().strip();
    }

    private static Element holder(Element element) {
        boolean alone =
                element.getChildren().size() == 1 && element.getTextTrim().isEmpty();
        Element only = alone ? element.getChildren().get(0) : element;
        boolean bareDiv = only.getName().equals("div") && only.getAttributes().isEmpty();
        boolean wrapper = bareDiv || only.getName().equals("body");
        return alone && wrapper ? only : element;
    }

    private void add(Content content) {
        if (content instanceof Element element) {
            add(element);
        } else if (content instanceof org.jdom2.Text text) {
            escape(Text.clean(text.getText()), false);
        }
    }

    private void add(Element element) {
        String name = element.getName();
        out.append('<').append(name);
        for (Attribute attribute : element.getAttributes()) {
            String prefix = attribute.getNamespacePrefix();
            out.append(' ')
                    .append(prefix.isEmpty() ? "" : prefix + ":")
                    .append(attribute.getName())
                    .append("=\"");
            escape(Text.clean(attribute.getValue()), true);
            out.append('"');
        }
        out.append('>');
        if (!VOID.contains(name)) {
            element.getContent().forEach(this::add);
            out.append("</").append(name).append('>');
        }
    }

    private void escape(String text, boolean quotes) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(quotes ? "&quot;" : "\"");
                default -> out.append(c);
            }
        }
    }
}
