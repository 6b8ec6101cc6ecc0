package org.broadsheet.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.broadsheet.config.Config;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.PollRound;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** One round of polls, here or in the server that has the store open. */
@Command(name = "poll", description = "Polls the feeds that are due, or all, once.", mixinStandardHelpOptions = true)
final class Poll implements Runnable {
    private static final Duration LOOK = Duration.ofMillis(200);

    @ParentCommand
    private Cli cli = new Cli();

    @Option(names = "--all", description = "All feeds, whatever their next poll time.")
    private boolean all;

    @Option(names = "--json", description = "The summary as one JSON object.")
    private boolean json;

    @Override
    public void run() {
        Config config = cli.config();
        Optional<RunningServer> server = RunningServer.of(config.data().dir());
        PollRound round = server.isPresent() ? inServer(server.get()) : here(config);
        System.out.println(json ? toJson(round) : toText(round));
    }

    private PollRound here(Config config) {
        try (Node node = Node.open(config, InstantSource.system())) {
            node.subscribeToDefaults();
            List<FeedId> feeds = all ? null : node.dueFeeds();
            PollRound round = node.rounds().request(node.accounts().local(), feeds);
            node.startPolling();
            return watch(round, id -> node.rounds().find(id).orElseThrow());
        }
    }

    private PollRound inServer(RunningServer server) {
        ObjectNode wish = new ObjectMapper().createObjectNode();
        if (all) {
            wish.put("all", true);
        } else {
            due(server.json("/api/v1/feeds"), wish.putArray("feed_ids"));
        }
        JsonNode started =
                server.post("/api/v1/polls", "application/json", wish.toString().getBytes(StandardCharsets.UTF_8));
        return watch(round(started.path("id").asLong(), server), id -> round(id, server));
    }

    private static void due(JsonNode feeds, ArrayNode ids) {
        for (JsonNode feed : feeds.path("items")) {
            String next = feed.path("next_poll_at").asText("");
            if (!next.isEmpty() && !Instant.parse(next).isAfter(Instant.now())) {
                ids.add(feed.path("id").asText());
            }
        }
    }

    private static PollRound round(long id, RunningServer server) {
        JsonNode json = server.json("/api/v1/polls/" + id);
        return new PollRound(
                id,
                json.path("total").asInt(),
                json.path("changed").asInt(),
                json.path("unchanged").asInt(),
                json.path("failed").asInt(),
                json.path("skipped").asInt(),
                json.path("new_entries").asInt());
    }

    private static PollRound watch(PollRound started, LongFunction<PollRound> look) {
        PollRound round = started;
        try (Progress progress = new Progress("Polling", started.total())) {
            while (!round.finished()) {
                Thread.sleep(LOOK.toMillis());
                round = look.apply(started.id());
                progress.at(round.done(), round.newEntries() + " new entries");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("interrupted");
        }
        return round;
    }

    private static String toText(PollRound round) {
        return "Polled " + round.total() + " feeds: " + round.changed() + " with news, " + round.unchanged()
                + " without, " + round.failed() + " failed, " + round.skipped() + " skipped; " + round.newEntries()
                + " new entries.";
    }

    private static String toJson(PollRound round) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("total", round.total())
                .put("done", round.done())
                .put("changed", round.changed())
                .put("unchanged", round.unchanged())
                .put("failed", round.failed())
                .put("skipped", round.skipped())
                .put("new_entries", round.newEntries())
                .put("finished", round.finished());
        return json.toString();
    }
}
