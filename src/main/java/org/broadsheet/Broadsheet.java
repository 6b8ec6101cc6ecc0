package org.broadsheet;

import org.broadsheet.cli.Cli;

/** Hands the command line over. */
public final class Broadsheet {
    private Broadsheet() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(Cli.run(arguments));
    }
}
