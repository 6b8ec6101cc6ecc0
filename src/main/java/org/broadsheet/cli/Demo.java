package org.broadsheet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.cli.demo.Newsroom;
import org.broadsheet.config.Config;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Serves a newsroom of its own, so that there is something to read without any network; leaves nothing behind. */
@Command(
        name = "demo",
        description = "Starts the server with sample feeds that keep coming; needs no network.",
        mixinStandardHelpOptions = true)
final class Demo implements Runnable {
    @ParentCommand
    private Cli cli = new Cli();

    @Override
    public void run() {
        Config config = cli.config();
        try {
            Path dir = Files.createTempDirectory("broadsheet-demo");
            Newsroom newsroom = new Newsroom(InstantSource.system());
            Path opml = Files.write(dir.resolve("newsroom.opml"), newsroom.opml());
            String hint = "Ten sample papers keep publishing; nothing of it is kept. Stop it with Ctrl+C.";
            Serve.serve(following(config, newsroom, dir, opml), hint, () -> {
                newsroom.close();
                delete(dir);
            });
        } catch (IOException e) {
            throw CommandFailure.failed("the sample newsroom cannot open: " + e.getMessage());
        }
    }

    /** The user's configuration, with its store and its feeds replaced. */
    private static Config following(Config config, Newsroom newsroom, Path dir, Path opml) {
        Config.Fetch fetch = config.fetch();
        String onlyTheNewsroom = "127.0.0.1/32:" + newsroom.address().getPort();
        return new Config(
                config.server(),
                new Config.Data(dir.resolve("data"), Optional.empty(), "", ""),
                Optional.of(opml),
                Config.ListChanges.IGNORE,
                new Config.Fetch(
                        fetch.concurrency(),
                        fetch.timeout(),
                        fetch.maxBytes(),
                        4,
                        Duration.ZERO,
                        List.of(onlyTheNewsroom),
                        List.of(),
                        fetch.userAgentContact()),
                new Config.Poll(true, Duration.ofSeconds(4), Duration.ofSeconds(12)),
                config.retention(),
                config.hub(),
                config.accessMode());
    }

    static void delete(Path dir) {
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
