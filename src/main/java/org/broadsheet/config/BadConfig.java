package org.broadsheet.config;

/** A configuration that cannot be used. The message is one sentence that names the key, the value and what would do. */
public final class BadConfig extends Exception {
    private static final long serialVersionUID = 1L;

    public BadConfig(String message) {
        super(message);
    }
}
