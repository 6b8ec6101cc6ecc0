package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Relative addresses made absolute as RFC 3986 §5.2 says, on text that need not be a valid URI: feeds write spaces,
 * brackets and letters of all scripts, and each browser takes them.
 */
final class Addresses {
    /** RFC 3986 appendix B: scheme, authority, path, query, fragment. */
    private static final Pattern PARTS = Pattern.compile(
            "^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(\\?[^#]*)?(#.*)?$", Pattern.DOTALL);

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:");
    private static final Pattern HARMFUL =
            Pattern.compile("^[\\x00-\\x20]*(?:javascript|vbscript|data|file):", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE_BREAK = Pattern.compile("[\\t\\r\\n]+");

    private Addresses() {}

    static boolean isAbsolute(String address) {
        return SCHEME.matcher(address).find();
    }

    static boolean isWeb(String address) {
        return address.regionMatches(true, 0, "http://", 0, 7) || address.regionMatches(true, 0, "https://", 0, 8);
    }

    /** Whether its scheme runs a script, carries a document in itself, or names a file. */
    static boolean isHarmful(String address) {
        return HARMFUL.matcher(address).find();
    }

    /** The address a reference means at a place; the stripped reference itself when it is absolute or there is no base. */
    static String resolve(@Nullable String base, String reference) {
        String bare = LINE_BREAK.matcher(reference.strip()).replaceAll("");
        if (base == null || isAbsolute(bare)) {
            return bare;
        }
        Matcher from = PARTS.matcher(base);
        Matcher to = PARTS.matcher(bare);
        if (!from.matches() || !to.matches() || from.group(1) == null) {
            return bare;
        }
        return join(from, to);
    }

    private static String join(Matcher base, Matcher reference) {
        String scheme = base.group(1) + ":";
        String query = or(reference.group(4), "");
        String fragment = or(reference.group(5), "");
        if (reference.group(2) != null) {
            return scheme + "//" + reference.group(2) + withoutDots(reference.group(3)) + query + fragment;
        }
        String host = base.group(2) == null ? "" : "//" + base.group(2);
        if (reference.group(3).isEmpty()) {
            return scheme + host + base.group(3) + or(reference.group(4), or(base.group(4), "")) + fragment;
        }
        return scheme + host + withoutDots(merged(base, reference.group(3))) + query + fragment;
    }

    private static String merged(Matcher base, String path) {
        if (path.startsWith("/")) {
            return path;
        }
        String folder = base.group(3).substring(0, base.group(3).lastIndexOf('/') + 1);
        return folder.isEmpty() && base.group(2) != null ? "/" + path : folder + path;
    }

    /** RFC 3986 §5.2.4. */
    private static String withoutDots(String path) {
        if (!path.contains("/.") && !path.startsWith(".")) {
            return path;
        }
        List<String> kept = new ArrayList<>();
        String[] segments = path.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            if (segments[i].equals("..")) {
                up(kept);
            } else if (!segments[i].equals(".")) {
                kept.add(segments[i]);
                continue;
            }
            if (last) {
                kept.add("");
            }
        }
        return String.join("/", kept);
    }

    private static void up(List<String> kept) {
        if (kept.size() > 1) {
            kept.remove(kept.size() - 1);
        }
    }

    private static String or(@Nullable String first, String second) {
        return first == null ? second : first;
    }
}
