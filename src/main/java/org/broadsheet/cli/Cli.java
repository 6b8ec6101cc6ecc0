package org.broadsheet.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.broadsheet.config.BadConfig;
import org.broadsheet.config.Config;
import org.broadsheet.config.ConfigReader;
import org.broadsheet.store.StoreUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line: finds the command, and turns whatever ends it early into one line and an exit code. */
@Command(
        name = "broadsheet",
        description = "Reads feeds, shows the merged headlines in a browser and publishes them again as feeds.",
        mixinStandardHelpOptions = true,
        versionProvider = Cli.Version.class,
        subcommands = {
            Serve.class,
            Demo.class,
            Poll.class,
            Parse.class,
            Sanitize.class,
            Canonical.class,
            Cluster.class,
            Import.class,
            Export.class,
            Check.class,
            Rehearse.class
        })
public final class Cli implements Runnable {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The configuration file; else config/broadsheet.yml where there is one.")
    private @Nullable Path file;

    /** Runs a command and returns its exit code. */
    public static int run(String... arguments) {
        CommandLine line = new CommandLine(new Cli());
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((error, args) -> {
            complain(error.getMessage() + " (see broadsheet --help)");
            return 2;
        });
        line.setExecutionExceptionHandler((error, command, parsed) -> exitCode(error));
        return line.execute(arguments.length == 0 ? new String[] {"serve"} : arguments);
    }

    private static int exitCode(Exception error) {
        if (error instanceof CommandFailure failure) {
            complain(String.valueOf(failure.getMessage()));
            return failure.exitCode();
        }
        if (error instanceof StoreUnavailable) {
            complain(String.valueOf(error.getMessage()));
            return 1;
        }
        LoggerFactory.getLogger(Cli.class).error("Unexpected: please report this.", error);
        return 1;
    }

    private static void complain(String sentence) {
        System.err.println("broadsheet: " + sentence.replaceAll("\\s*\\n\\s*", " "));
    }

    /** Without a command the options alone say what to serve. */
    @Override
    public void run() {
        new Serve(this).run();
    }

    /** The configuration that the command line names. */
    Config config() {
        try {
            return ConfigReader.read(file, System.getenv());
        } catch (BadConfig e) {
            throw CommandFailure.unusable(String.valueOf(e.getMessage()));
        }
    }

    /** This program's version, {@code dev} when it does not run from its JAR. */
    static String version() {
        return Optional.ofNullable(Cli.class.getPackage().getImplementationVersion())
                .orElse("dev");
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Broadsheet " + version()};
        }
    }
}
