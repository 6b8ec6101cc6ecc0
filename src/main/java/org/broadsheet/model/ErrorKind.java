package org.broadsheet.model;

import java.util.Locale;

/** Why a feed could not be read, as one word that tools can rely on (DESIGN §4) and a sentence for people. */
public enum ErrorKind {
    TIMEOUT("The server did not answer in time."),
    TOO_LARGE("The document is larger than this server accepts."),
    BAD_ENCODING("The answer could not be decompressed or decoded."),
    TRUNCATED("The answer broke off before its end."),
    PROTOCOL("The server's answer was not valid HTTP."),
    RESET("The server closed the connection."),
    REDIRECT_LOOP("The address redirects in a circle."),
    REDIRECT_LIMIT("The address redirects too many times."),
    BLOCKED_ADDRESS("The address belongs to a private network, which this server does not ask."),
    BLOCKED_SCHEME("Only http and https addresses can be read."),
    GONE("The publisher has closed this feed for good."),
    THROTTLED("The server answered \"too many requests\"."),
    UNAVAILABLE("The server is out of service for now."),
    AUTH_REQUIRED("The server asks for a name and password."),
    NOT_FOUND("There is nothing at this address any more."),
    HTTP_ERROR("The server answered with an error."),
    NOT_A_FEED("There is a document at this address, but it is not a feed."),
    EMPTY("The server sent an empty document."),
    MALFORMED_XML("The document is broken and could not be read."),
    DTD_FORBIDDEN("The document declares entities of its own, which is not accepted."),
    DNS("The name of the server could not be found. Is this machine online?"),
    CONNECT("No connection to the server was possible. Is this machine online?"),
    TLS("The server's certificate is not valid.");

    private final String sentence;

    ErrorKind(String sentence) {
        this.sentence = sentence;
    }

    /** The word of the REST contract, such as {@code too_large}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What happened, in one English sentence for the reader of a page. */
    public String sentence() {
        return sentence;
    }
}
