package org.broadsheet.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.broadsheet.config.Config;

/** The subscriptions that a new store starts with. */
final class Defaults {
    private static final Path HERE = Path.of("feeds.opml");

    private Defaults() {}

    /** The file that the configuration names, else feeds.opml in the working directory, else the one in the JAR. */
    static byte[] opml(Config config) {
        try {
            if (config.opml().isPresent()) {
                return Files.readAllBytes(config.opml().get());
            }
            return Files.exists(HERE) ? Files.readAllBytes(HERE) : shipped();
        } catch (IOException e) {
            throw CommandFailure.unusable(
                    name(config) + " cannot be read; check the key opml and the file's permissions.");
        }
    }

    /** How messages name it. */
    static String name(Config config) {
        return file(config).toString();
    }

    /** The file whose changes can be followed. */
    static Path file(Config config) {
        return config.opml().orElse(HERE);
    }

    private static byte[] shipped() {
        try (InputStream in = Defaults.class.getResourceAsStream("/feeds.opml")) {
            if (in == null) {
                throw new IllegalStateException("feeds.opml is missing from the JAR");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
