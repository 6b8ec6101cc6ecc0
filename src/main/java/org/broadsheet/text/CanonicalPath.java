package org.broadsheet.text;

import java.util.regex.Pattern;

/** A path without what a server adds to it: index documents, session ids, AMP endings, doubled and last slashes. */
final class CanonicalPath {
    private static final Pattern SESSION =
            Pattern.compile(";(?:jsessionid|phpsessid|sid|sessionid)=[^/;]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SLASHES = Pattern.compile("/{2,}");
    private static final Pattern INDEX = Pattern.compile(
            "/(?:index\\.(?:x?html?|php\\d?|aspx?|jsp|shtml|cfm|cgi|pl)|default\\.(?:aspx?|html?))$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AMP = Pattern.compile("(?:/amp/*|\\.amp|/amp\\.html?)$");
    private static final Pattern AMP_INSIDE = Pattern.compile("\\.amp(\\.html?)$");

    private CanonicalPath() {}

    static String of(String path) {
        String normal = Escapes.normal(path);
        String plain =
                normal.indexOf(';') < 0 ? normal : SESSION.matcher(normal).replaceAll("");
        String single = plain.contains("//") ? SLASHES.matcher(plain).replaceAll("/") : plain;
        String document = single.contains("amp")
                ? AMP_INSIDE.matcher(AMP.matcher(single).replaceFirst("")).replaceFirst("$1")
                : single;
        String folder = document.indexOf('.', document.lastIndexOf('/')) < 0
                ? document
                : INDEX.matcher(document).replaceFirst("/");
        String bare = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
        return bare.isEmpty() ? "/" : bare;
    }
}
