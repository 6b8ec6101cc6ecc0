package org.broadsheet.ingest.clean;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * One walk over parsed HTML that writes anew what is allowed. Nothing is copied: each tag and attribute is spelt by
 * {@link Markup}.
 */
final class Pass implements NodeFilter {
    /** Browsers stop at 512 open elements, some of which are the page's own. */
    private static final int MAX_DEPTH = 250;

    private static final Pattern LANGUAGE = Pattern.compile("(?:^|\\s)lang(?:uage)?-([A-Za-z0-9+#._-]{1,30})(?:\\s|$)");

    /** What stands on the stack for an element of which only the content is written. */
    private static final String UNWRAPPED = "";

    private final Markup out;
    private final Deque<String> open = new ArrayDeque<>();
    private final Pictures pictures;
    private final Links links;
    private final Frames frames;
    private final Media media;
    private int depth;
    private boolean settled = true;

    private Pass(Element fragment, int length, Addresses addresses) {
        this.out = new Markup(length);
        this.pictures = new Pictures(addresses);
        this.links = Links.in(fragment, addresses);
        this.frames = new Frames(addresses);
        this.media = new Media(addresses);
    }

    static Pass over(String html, Addresses addresses) {
        Document document = Parser.parseBodyFragment(html, "");
        Pass pass = new Pass(document.body(), html.length(), addresses);
        for (Node child : document.body().childNodes()) child.filter(pass);
        return pass;
    }

    /** The text of a fragment as HTML. */
    static String textOf(String html) {
        return new Markup(html.length())
                .text(Parser.parseBodyFragment(html, "").body().text())
                .toString();
    }

    String html() {
        return out.toString();
    }

    /** True when the outcome surely means the same tree to a parser: no tag was left out between two others. */
    boolean settled() {
        return settled;
    }

    @Override
    public FilterResult head(Node node, int treeDepth) {
        if (node instanceof TextNode text) text(text);
        return node instanceof Element element ? element(element) : FilterResult.SKIP_ENTIRELY;
    }

    @Override
    public FilterResult tail(Node node, int treeDepth) {
        String name = open.pop();
        if (!name.equals(UNWRAPPED) && !name.equals("noscript")) {
            depth--;
            out.end(name);
        }
        return FilterResult.CONTINUE;
    }

    private void text(TextNode text) {
        boolean shown = !inside("svg") || Drawings.holdsText(String.valueOf(open.peek()));
        if (shown && !inside("noscript") && !inMedia()) out.text(text.getWholeText());
    }

    private FilterResult element(Element element) {
        String name = element.normalName();
        if (Allowed.DROPPED.contains(name)) return FilterResult.SKIP_ENTIRELY;
        if (inside("math") || element.tag().namespace().equals(Parser.NamespaceMathml)) return math(element, name);
        if (inside("svg") || element.tag().namespace().equals(Parser.NamespaceSvg)) return drawing(element, name);
        if (!element.tag().namespace().equals(Parser.NamespaceHtml)) return FilterResult.SKIP_ENTIRELY;
        if (inside("noscript")) return withoutScript(element, name);
        return inMedia() ? partOfMedia(element, name) : html(element, name);
    }

    private FilterResult html(Element element, String name) {
        switch (name) {
            case "img", "amp-img" -> pictures.image(element, out);
            case "iframe", "embed" -> frames.frame(element, inside("a"), out);
            case "source" -> {
                if (inside("picture")) pictures.source(element, out);
            }
            case "track" -> {}
            case "noscript" -> {
                return opened(name);
            }
            case "a" -> {
                return link(element);
            }
            default -> {
                return container(element, name);
            }
        }
        return FilterResult.SKIP_ENTIRELY;
    }

    private FilterResult container(Element element, String name) {
        String shown = Allowed.RENAMED.getOrDefault(name, name);
        settled &= shown.equals(name) && !shown.equals("table");
        if (depth >= MAX_DEPTH) return unwrapped();
        if (Media.element(shown)) {
            media.start(element, out);
            return started(shown);
        }
        if (!Allowed.element(shown)) return unwrapped();
        out.start(shown).attribute("id", target(element)).attribute("class", language(element, shown));
        attributes(element, shown);
        out.started();
        return Allowed.VOID.contains(shown) ? FilterResult.SKIP_ENTIRELY : started(shown);
    }

    private FilterResult link(Element link) {
        String href = links.href(link);
        String id = target(link);
        if (inside("a") || (href == null && id == null) || depth >= MAX_DEPTH) return unwrapped();
        Links.start(href, out);
        out.attribute("id", id);
        attributes(link, "a");
        out.started();
        return started("a");
    }

    private FilterResult math(Element element, String name) {
        settled = false;
        boolean formula = element.tag().namespace().equals(Parser.NamespaceMathml) && MathMl.element(name);
        if (!formula || name.equals("math") == inside("math") || depth >= MAX_DEPTH) return unwrapped();
        out.start(name);
        for (Attribute attribute : element.attributes()) {
            if (MathMl.attributes().contains(attribute.getKey())) {
                out.attribute(attribute.getKey(), AttributeValues.text(attribute.getValue()));
            }
        }
        out.started();
        return started(name);
    }

    private FilterResult drawing(Element element, String name) {
        settled = false;
        boolean outermost = name.equals("svg") && !inside("svg");
        boolean shape = element.tag().namespace().equals(Parser.NamespaceSvg) && Drawings.element(name);
        if (inside("svg") && name.equals("desc")) Drawings.description(element, out);
        if (!shape || outermost == inside("svg") || depth >= MAX_DEPTH) return FilterResult.SKIP_ENTIRELY;
        if (outermost && (inMedia() || inside("noscript") || !Drawings.isFigure(element)))
            return FilterResult.SKIP_ENTIRELY;
        if (name.equals("a")) return link(element);
        out.start(name);
        Drawings.attributes(element, out);
        out.started();
        return started(name);
    }

    private FilterResult withoutScript(Element element, String name) {
        if (name.equals("img")) pictures.withoutScript(element, out);
        return opened(UNWRAPPED);
    }

    private FilterResult partOfMedia(Element element, String name) {
        if (name.equals("source")) media.source(element, out);
        else if (name.equals("track")) media.track(element, out);
        return FilterResult.SKIP_ENTIRELY;
    }

    private boolean inMedia() {
        return inside("video") || inside("audio");
    }

    private void attributes(Element element, String shown) {
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            if (name.equals("cite") && Allowed.attributes(shown).contains(name)) {
                out.attribute(name, links.cite(attribute.getValue()));
            } else if (name.equals("dir")
                    || name.equals("lang")
                    || name.equals("title")
                    || Allowed.attributes(shown).contains(name)) {
                out.attribute(name, AttributeValues.kept(name, attribute.getValue()));
            }
        }
    }

    private @Nullable String target(Element element) {
        String id = links.target(element);
        // The link that leads here may have stood in what is dropped: the next look tells.
        settled &= id == null;
        return id;
    }

    private static @Nullable String language(Element element, String shown) {
        if (!shown.equals("code") && !shown.equals("pre")) return null;
        Matcher named = LANGUAGE.matcher(element.className());
        return named.find() ? "language-" + named.group(1) : null;
    }

    private boolean inside(String name) {
        return open.contains(name);
    }

    private FilterResult started(String name) {
        depth++;
        return opened(name);
    }

    private FilterResult unwrapped() {
        settled = false;
        return opened(UNWRAPPED);
    }

    private FilterResult opened(String name) {
        open.push(name);
        return FilterResult.CONTINUE;
    }
}
