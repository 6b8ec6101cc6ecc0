package org.broadsheet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.broadsheet.config.Config;
import org.broadsheet.reading.ImportReport;
import org.broadsheet.reading.ImportReport.Line;
import org.broadsheet.reading.ImportReport.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Subscribes to what an OPML file lists; says what became of each outline that was not simply added. */
@Command(name = "import", description = "Subscribes to the feeds of an OPML file.", mixinStandardHelpOptions = true)
final class Import implements Runnable {
    @ParentCommand
    private Cli cli = new Cli();

    @Parameters(paramLabel = "FILE", description = "The OPML file.")
    private Path file = Path.of("feeds.opml");

    @Override
    public void run() {
        byte[] opml = read();
        Config config = cli.config();
        Optional<RunningServer> server = RunningServer.of(config.data().dir());
        if (server.isPresent()) {
            System.out.println(
                    server.get().post("/api/v1/opml", "text/x-opml", opml).toPrettyString());
            return;
        }
        try (Node node = Node.open(config, InstantSource.system())) {
            report(node.outlines().importOpml(node.accounts().local(), opml));
        }
    }

    private byte[] read() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw CommandFailure.unusable(file + " cannot be read; check its path and permissions.");
        }
    }

    private void report(ImportReport report) {
        if (report.unusable() != null) {
            throw CommandFailure.unusable(file + ": " + report.unusable());
        }
        long added = report.lines().stream()
                .filter(line -> line.result() == Result.ADDED)
                .count();
        long there = report.lines().stream()
                .filter(line -> line.result() == Result.ALREADY_THERE)
                .count();
        report.lines().stream().filter(line -> line.result() == Result.REFUSED).forEach(Import::complain);
        System.out.println(added + " feeds added, " + there + " were there, "
                + (report.lines().size() - added - there) + " refused.");
    }

    private static void complain(Line line) {
        System.err.println("broadsheet: " + line.url() + ": " + line.why());
    }
}
