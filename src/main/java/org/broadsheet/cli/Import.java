package org.broadsheet.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.broadsheet.config.Config;
import org.broadsheet.reading.ImportReport;
import org.broadsheet.reading.ImportReport.Line;
import org.broadsheet.reading.ImportReport.Result;
import org.broadsheet.reading.ListPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Subscribes to what an OPML file lists; says what became of each outline that was not simply added. */
@Command(name = "import", description = "Subscribes to the feeds of an OPML file.", mixinStandardHelpOptions = true)
final class Import implements Runnable {
    @ParentCommand
    private Cli cli = new Cli();

    @Option(
            names = "--plan",
            description = "Only print what would change if the subscriptions were just as the file says.")
    private boolean plan;

    @Parameters(paramLabel = "FILE", description = "The OPML file.")
    private Path file = Path.of("feeds.opml");

    @Override
    public void run() {
        byte[] opml = read();
        Config config = cli.config();
        Optional<RunningServer> server = RunningServer.of(config.data().dir());
        if (server.isPresent()) {
            ask(server.get(), opml);
            return;
        }
        try (Node node = Node.open(config, InstantSource.system())) {
            if (plan) {
                print(node.outlines().plan(node.accounts().local(), opml));
            } else {
                report(node.outlines().importOpml(node.accounts().local(), opml));
            }
        }
    }

    private void ask(RunningServer server, byte[] opml) {
        JsonNode answer = server.post(plan ? "/api/v1/opml/plan" : "/api/v1/opml", "text/x-opml", opml);
        for (JsonNode line : answer.path(plan ? "refused" : "items")) {
            if (line.hasNonNull("error")) {
                complain(line.path("url").asText(), line.path("error").asText());
            }
        }
        System.out.print(plan ? PlanText.of(answer) : summary(answer));
    }

    private static String summary(JsonNode answer) {
        return summary(
                answer.path("added").asLong(),
                answer.path("already_there").asLong(),
                answer.path("refused").asLong());
    }

    private static String summary(long added, long there, long refused) {
        return added + " feeds added, " + there + " were there, " + refused + " refused.\n";
    }

    private byte[] read() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw CommandFailure.unusable(file + " cannot be read; check its path and permissions.");
        }
    }

    private void print(ListPlan made) {
        if (made.unusable() != null) {
            throw CommandFailure.unusable(file + ": " + made.unusable().sentence());
        }
        made.refused().forEach(Import::complain);
        System.out.print(PlanText.of(made));
    }

    private void report(ImportReport report) {
        if (report.unusable() != null) {
            throw CommandFailure.unusable(file + ": " + report.unusable().sentence());
        }
        report.lines().forEach(Import::complain);
        System.out.print(
                summary(report.count(Result.ADDED), report.count(Result.ALREADY_THERE), report.count(Result.REFUSED)));
    }

    private static void complain(Line line) {
        if (line.why() != null) {
            complain(line.place().words(), line.why().sentence());
        }
    }

    private static void complain(String place, String why) {
        System.err.println("broadsheet: " + place + ": " + why);
    }
}
