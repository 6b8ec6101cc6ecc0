package org.broadsheet.text;

import java.util.ArrayList;
import java.util.List;

/** Takes {@code .} and {@code ..} out of a path, as RFC 3986 §5.2.4 does. */
final class DotSegments {
    private DotSegments() {}

    /** The path without them; an escaped dot counts as a dot, going above the root stays there. */
    static String removed(String path) {
        if (!path.contains("/.") && !path.contains("/%2")) return path;
        List<String> kept = new ArrayList<>();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            String plain = segments[i].replaceAll("%2[eE]", ".");
            if (plain.equals("..") && !kept.isEmpty()) kept.remove(kept.size() - 1);
            if (!plain.equals(".") && !plain.equals("..")) kept.add(segments[i]);
            else if (last) kept.add("");
        }
        return "/" + String.join("/", kept);
    }
}
