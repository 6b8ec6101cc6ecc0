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

    static final String HOW_TO_CHANGE =
            " To follow others, add and remove feeds at /sources, or bring a list of yours: broadsheet import FILE.";

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

    /** Whether the list in the JAR is the one to start with. */
    static boolean areShipped(Config config) {
        return config.opml().isEmpty() && !Files.exists(HERE);
    }

    /** What a first start says of its list. */
    static String told(int feeds, boolean shipped, String name) {
        String list = shipped ? "the list that comes with Broadsheet, because there is no " + name + " here" : name;
        return "Following " + feeds + " feeds of " + list + "." + HOW_TO_CHANGE;
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
