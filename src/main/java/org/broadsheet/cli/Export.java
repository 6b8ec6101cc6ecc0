package org.broadsheet.cli;

import java.time.InstantSource;
import java.util.Optional;
import org.broadsheet.config.Config;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Writes the subscriptions to standard output. */
@Command(name = "export", description = "Writes the subscriptions as OPML.", mixinStandardHelpOptions = true)
final class Export implements Runnable {
    @ParentCommand
    private Cli cli = new Cli();

    @Option(names = "--format", paramLabel = "FORMAT", description = "opml is the only one so far.")
    private String format = "opml";

    @Override
    public void run() {
        if (!format.equals("opml")) {
            throw CommandFailure.unusable("format " + format + " is not known; the only one so far is opml.");
        }
        Config config = cli.config();
        Optional<RunningServer> server = RunningServer.of(config.data().dir());
        byte[] opml = server.isPresent() ? server.get().get("/api/v1/opml") : here(config);
        System.out.write(opml, 0, opml.length);
        System.out.flush();
    }

    private static byte[] here(Config config) {
        try (Node node = Node.open(config, InstantSource.system())) {
            return node.outlines().exportOpml(node.accounts().local());
        }
    }
}
