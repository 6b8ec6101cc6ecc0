package org.broadsheet.ingest.parse;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document without what stands before its root element: white space, the XML declaration, comments, a DOCTYPE.
 *
 * <p>The text is decoded already, so the declaration has nothing more to say; a DOCTYPE is never read, only cut out.
 *
 * @param text from the first element, or the first stray text, on
 * @param entities names that the DOCTYPE declared
 */
record Prolog(String text, Set<String> entities) {
    private static final Pattern ENTITY = Pattern.compile("<!ENTITY\\s+(?!%)([^\\s\"'>]+)");
    private static final Pattern REFERENCE = Pattern.compile("&([^\\s&;<>]{1,200});");
    private static final Pattern FEED =
            Pattern.compile("<(?:[\\w.-]+:)?(?:rss|feed|rdf|channel|entry)\\b", Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 2048;

    /** Where the text really begins: behind byte order marks, white space and NULs; its length when it is blank. */
    static int start(String text) {
        return start(text, 0);
    }

    private static int start(String text, int from) {
        int i = from;
        while (i < text.length() && (text.charAt(i) <= ' ' || text.charAt(i) == '\ufeff')) {
            i++;
        }
        return i;
    }

    static Prolog of(String whole) {
        Set<String> entities = Set.of();
        int at = start(whole);
        int next = behind(whole, at);
        while (next > at) {
            if (whole.startsWith("<!D", at) || whole.startsWith("<!d", at)) {
                entities = declared(whole.substring(at, next));
            }
            at = start(whole, next);
            next = behind(whole, at);
        }
        return new Prolog(whole.substring(at), entities);
    }

    /** Behind the comment, instruction or DOCTYPE that begins here; {@code at} itself when none does or it has no end. */
    private static int behind(String text, int at) {
        if (text.startsWith("<!--", at)) {
            return after(text, "-->", at);
        }
        if (text.startsWith("<?", at)) {
            return after(text, "?>", at);
        }
        return text.regionMatches(true, at, "<!DOCTYPE", 0, 9) ? behindDoctype(text, at) : at;
    }

    private static int after(String text, String mark, int at) {
        int found = text.indexOf(mark, at);
        return found < 0 ? at : found + mark.length();
    }

    /** Minds the internal subset and quoted addresses. */
    private static int behindDoctype(String text, int doctype) {
        int depth = 0;
        char quote = 0;
        for (int i = doctype; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '<') {
                depth++;
            } else if (c == '>' && --depth == 0) {
                return i + 1;
            }
        }
        return doctype;
    }

    private static Set<String> declared(String doctype) {
        Set<String> names = new HashSet<>();
        Matcher found = ENTITY.matcher(doctype);
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    /** Whether the text uses an entity that the DOCTYPE declared and HTML does not know. */
    boolean usesOwnEntities() {
        Matcher reference = REFERENCE.matcher(text);
        while (!entities.isEmpty() && reference.find()) {
            String name = reference.group(1);
            if (entities.contains(name) && !Entity.isHtml(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it can be a feed at all: one of the elements that hold entries begins somewhere. */
    boolean looksLikeFeed() {
        return FEED.matcher(text).find();
    }

    /** Whether the document is a web page, which is never mended into a feed. */
    boolean isWebPage() {
        String head = text.substring(0, Math.min(text.length(), HEAD)).toLowerCase(Locale.ROOT);
        int html = head.indexOf("<html");
        Matcher feed = FEED.matcher(head);
        return html >= 0 && !(feed.find() && feed.start() < html);
    }
}
