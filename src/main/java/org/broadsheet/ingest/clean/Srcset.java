package org.broadsheet.ingest.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A picture in several sizes, read as HTML §4.8.4.2.1 says: an address may hold commas, a space ends it.
 *
 * @param candidates in the order of the attribute, at most {@value #MAX_CANDIDATES}
 */
record Srcset(List<Candidate> candidates) {
    private static final int MAX_CANDIDATES = 30;
    private static final Pattern DESCRIPTOR = Pattern.compile("\\d{1,5}[wh]|\\d{1,3}(?:\\.\\d{1,4})?x");

    record Candidate(String url, String descriptor) {
        @Override
        public String toString() {
            return descriptor.isEmpty() ? url : url + " " + descriptor;
        }
    }

    /** The candidates with absolute http(s) addresses; the others are left out. */
    static Srcset of(String attribute, Addresses addresses) {
        List<Candidate> found = new ArrayList<>();
        int at = 0;
        while (at < attribute.length() && found.size() < MAX_CANDIDATES) {
            int start = skip(attribute, at, " \t\n\r\f,");
            int end = spaceAfter(attribute, start);
            String raw = attribute.substring(start, end);
            String url = raw.replaceAll(",+$", "");
            int next = raw.equals(url) ? commaAfter(attribute, end) : end;
            String descriptor = raw.equals(url) ? attribute.substring(end, next).strip() : "";
            add(found, addresses, url, descriptor);
            at = next;
        }
        return new Srcset(List.copyOf(found));
    }

    private static void add(List<Candidate> found, Addresses addresses, String raw, String descriptor) {
        String url = addresses.media(raw);
        if (url == null) return;
        if (!descriptor.isEmpty() && !DESCRIPTOR.matcher(descriptor).matches()) return;
        // A comma at an end of the address would be read as the list's.
        found.add(new Candidate(url.replaceAll(",$", "%2C"), descriptor));
    }

    private static int skip(String text, int from, String characters) {
        int at = from;
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) at++;
        return at;
    }

    private static int spaceAfter(String text, int from) {
        int at = from;
        while (at < text.length() && " \t\n\r\f".indexOf(text.charAt(at)) < 0) at++;
        return at;
    }

    private static int commaAfter(String text, int from) {
        int comma = text.indexOf(',', from);
        return comma < 0 ? text.length() : comma;
    }

    boolean isEmpty() {
        return candidates.isEmpty();
    }

    @Override
    public String toString() {
        return String.join(", ", candidates.stream().map(Candidate::toString).toList());
    }
}
