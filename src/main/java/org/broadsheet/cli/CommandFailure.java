package org.broadsheet.cli;

/** Ends a command with a sentence on standard error and an exit code (DESIGN §4: 1 failed, 2 wrong use or unusable input). */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int exitCode;

    private CommandFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** It was used rightly and did not work. */
    static CommandFailure failed(String message) {
        return new CommandFailure(1, message);
    }

    /** It was used wrongly, or was given what it cannot use. */
    static CommandFailure unusable(String message) {
        return new CommandFailure(2, message);
    }

    int exitCode() {
        return exitCode;
    }
}
