package org.broadsheet.ingest.fetch;

/**
 * Who asks.
 *
 * @param version of this program
 * @param contact where a publisher can complain; may be empty
 */
public record UserAgent(String version, String contact) {
    /** The header, such as {@code Broadsheet/1.0 (+https://news.example.org; 3 subscribers)}. */
    String header(int subscribers) {
        String who = contact.isBlank() ? "" : "+" + contact.strip();
        String readers = subscribers == 1 ? "1 subscriber" : subscribers + " subscribers";
        String comment = subscribers < 1 ? who : who.isEmpty() ? readers : who + "; " + readers;
        return "Broadsheet/" + version + (comment.isEmpty() ? "" : " (" + comment + ")");
    }
}
