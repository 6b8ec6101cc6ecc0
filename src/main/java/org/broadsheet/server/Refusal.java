package org.broadsheet.server;

import java.text.MessageFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why the server itself refuses a request: a sentence for programs. Pages say the same by its name, in other languages. */
public enum Refusal {
    NO_SUCH_ADDRESS("There is nothing at this address."),
    WRONG_METHOD("This address cannot be asked with {0}."),
    MALFORMED("The request is malformed."),
    MALFORMED_FORM("The form in the request is malformed."),
    UNKNOWN_CHARSET("The charset of the request is not known here; use UTF-8."),
    TOO_LARGE("The request is too large; at most {0} are accepted with this content type."),
    OTHER_SITE("A page of another site asked for this change; it was not made."),
    OTHER_NAME("This server does not go by that name; set server.base-url to the address it is reached at."),
    OTHER_MACHINE("This server answers its own machine only (access.mode is local)."),
    NO_ACCOUNT("This needs an account, and logging in is not possible yet."),
    NOT_NOW("The server is stopping or has too much to do; try again in a minute."),
    STORE_AWAY("The store does not answer at the moment; try again in a minute."),
    BROKEN("Something went wrong here. It is in the log.");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    /** By which pages know it, such as {@code no-such-address}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The sentence in English, with the one value that some of them have. */
    String sentence(@Nullable String value) {
        return MessageFormat.format(sentence, value);
    }
}
