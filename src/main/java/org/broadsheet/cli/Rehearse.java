package org.broadsheet.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.config.BadConfig;
import org.broadsheet.config.Config;
import org.broadsheet.config.ConfigReader;
import org.broadsheet.server.CannotListen;
import org.broadsheet.server.WebServer;
import picocli.CommandLine.Command;

/**
 * Starts on an empty store, shows its first pages to itself and ends: what the build runs to write down which classes a
 * start loads (docs/decisions/0006-class-data.md).
 */
@Command(name = "rehearse", hidden = true, description = "Starts, shows the first pages, and ends.")
final class Rehearse implements Runnable {
    @Override
    public void run() {
        try {
            Path dir = Files.createTempDirectory("broadsheet-rehearsal");
            Path opml = Files.writeString(dir.resolve("empty.opml"), "<opml version=\"2.0\"><body/></opml>");
            rehearse(config(dir, opml));
            Demo.delete(dir);
        } catch (IOException | BadConfig | CannotListen e) {
            throw CommandFailure.failed("the rehearsal failed: " + e.getMessage());
        }
    }

    private static Config config(Path dir, Path opml) throws BadConfig {
        Config defaults = ConfigReader.read(null, Map.of());
        return new Config(
                new Config.Server("127.0.0.1", 0, Optional.empty(), List.of()),
                new Config.Data(dir.resolve("data"), Optional.empty(), "", ""),
                Optional.of(opml),
                Config.ListChanges.IGNORE,
                defaults.fetch(),
                defaults.poll(),
                defaults.retention(),
                defaults.hub(),
                defaults.accessMode());
    }

    private static void rehearse(Config config) throws IOException, CannotListen {
        try (Node node = Node.open(config, InstantSource.system())) {
            node.subscribeToDefaults();
            try (WebServer server = Surface.open(node)) {
                node.startPolling();
                for (String page : List.of("/", "/sources", "/feed.atom", "/api/v1/entries")) {
                    read(server.address().resolve(page));
                }
            }
        }
    }

    private static void read(URI page) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
        try (var in = connection.getInputStream()) {
            if (new String(in.readAllBytes(), StandardCharsets.UTF_8).isEmpty()) {
                throw new IOException(page + " is empty");
            }
        }
    }
}
