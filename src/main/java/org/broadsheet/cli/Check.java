package org.broadsheet.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.broadsheet.config.Config;
import org.broadsheet.model.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Compares tables and indexes and tells. */
@Command(name = "check", description = "Checks that the store is consistent.", mixinStandardHelpOptions = true)
final class Check implements Runnable {
    @ParentCommand
    private Cli cli = new Cli();

    @Override
    public void run() {
        Config config = cli.config();
        Optional<RunningServer> server = RunningServer.of(config.data().dir());
        report(server.isPresent() ? inServer(server.get()) : here(config));
    }

    private static List<Finding> here(Config config) {
        try (Node node = Node.open(config, InstantSource.system())) {
            return node.integrity().check();
        }
    }

    private static List<Finding> inServer(RunningServer server) {
        JsonNode items = server.json("/api/v1/check").path("items");
        return java.util.stream.StreamSupport.stream(items.spliterator(), false)
                .map(item -> new Finding(
                        item.path("claim").asText(), item.path("problems").asLong()))
                .toList();
    }

    private static void report(List<Finding> findings) {
        List<Finding> broken =
                findings.stream().filter(finding -> !finding.holds()).toList();
        if (broken.isEmpty()) {
            System.out.println("consistent: " + findings.size() + " checks hold.");
            return;
        }
        broken.forEach(
                finding -> System.out.println("NOT TRUE: " + finding.claim() + " (" + finding.problems() + " rows)"));
        throw CommandFailure.failed("the store is not consistent; restore the newest backup.");
    }
}
