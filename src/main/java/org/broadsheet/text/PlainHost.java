package org.broadsheet.text;

/** The names of hosts as nearly all are: seen as such without a pattern, because each link of each article has one. */
final class PlainHost {
    /** RFC 1035 §2.3.4. */
    private static final int LONGEST_LABEL = 63;

    private PlainHost() {}

    /** Whether a text is letters and digits of ASCII in labels, with hyphens inside: nothing to encode, no port, no user. */
    static boolean is(String text) {
        int label = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inner = label > 0 && i < text.length() - 1;
            if (c == '.' && inner) label = 0;
            else if (isLetterOrDigit(c) || (c == '-' && inner)) label++;
            else return false;
            if (label > LONGEST_LABEL) return false;
        }
        return label > 0;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }
}
