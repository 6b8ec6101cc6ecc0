package org.broadsheet.server;

/** The server cannot listen where it should. The message is one sentence that says what to do. */
public final class CannotListen extends Exception {
    private static final long serialVersionUID = 1L;

    CannotListen(String message, Throwable cause) {
        super(message, cause);
    }
}
