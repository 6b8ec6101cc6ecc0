package org.broadsheet.ingest.parse;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Declares the namespace prefixes that a document uses but never declares, on its root element. */
final class Undeclared {
    private static final Pattern USED = Pattern.compile("[<\\s/]([A-Za-z_][\\w.-]*):[A-Za-z_][\\w.-]*(?=[\\s=/>])");
    private static final Pattern DECLARED = Pattern.compile("xmlns:([A-Za-z_][\\w.-]*)\\s*=");
    private static final Pattern ROOT_NAME = Pattern.compile("<[A-Za-z_][\\w.:-]*");

    /** A document with more of them is no XML at all, and is left to the last rung. */
    private static final int MOST = 200;

    private Undeclared() {}

    static String declare(String text, Set<String> repairs) {
        Set<String> missing = names(USED, text);
        missing.removeAll(names(DECLARED, text));
        missing.remove("xml");
        missing.remove("xmlns");
        Matcher root = ROOT_NAME.matcher(text);
        if (missing.isEmpty() || !root.find()) {
            return text;
        }
        StringBuilder declarations = new StringBuilder();
        for (String prefix : missing.stream().limit(MOST).toList()) {
            declarations
                    .append(" xmlns:")
                    .append(prefix)
                    .append("=\"")
                    .append(Prefixes.address(prefix))
                    .append('"');
        }
        repairs.add("It uses namespace prefixes that it does not declare.");
        return text.substring(0, root.end()) + declarations + text.substring(root.end());
    }

    private static Set<String> names(Pattern pattern, String text) {
        Set<String> names = new TreeSet<>();
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }
}
