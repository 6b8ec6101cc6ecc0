package org.broadsheet.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.config.Config.AccessMode;
import org.broadsheet.config.Config.ListChanges;
import org.jspecify.annotations.Nullable;

/** Reads the configuration file and the environment into a {@link Config}; the environment wins. */
public final class ConfigReader {
    /** Read when it is there and no other file was named. */
    public static final Path DEFAULT_FILE = Path.of("config", "broadsheet.yml");

    private static final String PREFIX = "BROADSHEET_";

    /** Set by scripts that start the program, to say where it is. */
    private static final Set<String> NOT_OURS = Set.of("BROADSHEET_JAR", "BROADSHEET_HOME");

    /** Without a pause between polls nothing would be left of politeness. */
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);

    private ConfigReader() {}

    /**
     * Reads and checks every key; the first bad one is named.
     *
     * @param file the file named on the command line, which must exist; null for {@link #DEFAULT_FILE}, which need not
     * @param environment such as {@code BROADSHEET_SERVER_PORT} for {@code server.port}
     */
    public static Config read(@Nullable Path file, Map<String, String> environment) throws BadConfig {
        Map<String, String> values = new HashMap<>();
        if (file != null || Files.exists(DEFAULT_FILE)) {
            values.putAll(ConfigFile.values(file == null ? DEFAULT_FILE : file));
        }
        // The names of the environment are read back through the keys that are known, because "_" stands for "." and
        // "-".
        Settings probe = new Settings(Map.of());
        toConfig(probe);
        Map<String, String> keyByVariable =
                probe.asked().stream().collect(Collectors.toMap(ConfigReader::variable, key -> key));
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            if (variable.getKey().startsWith(PREFIX) && !NOT_OURS.contains(variable.getKey())) {
                String key = keyByVariable.get(variable.getKey());
                if (key == null) {
                    throw new BadConfig("unknown environment variable " + variable.getKey() + "; the known ones are "
                            + keyByVariable.keySet().stream().sorted().collect(Collectors.joining(", ")) + ".");
                }
                values.put(key, variable.getValue());
            }
        }
        Settings settings = new Settings(values);
        Config config = toConfig(settings);
        settings.refuseUnknown();
        return config;
    }

    private static Config toConfig(Settings s) throws BadConfig {
        Config config = new Config(
                new Config.Server(
                        s.text("server.host", "127.0.0.1"),
                        s.number("server.port", 8080, 0, 65535),
                        s.address("server.base-url"),
                        s.networks("server.trusted-proxies")),
                new Config.Data(
                        s.path("data.dir").orElse(Path.of("data")),
                        s.database("database.url"),
                        s.text("database.user", ""),
                        s.text("database.password", "")),
                s.path("opml"),
                s.oneOf("opml-changes", ListChanges.class, ListChanges.IGNORE),
                new Config.Fetch(
                        s.number("fetch.concurrency", 16, 1, 512),
                        s.duration("fetch.timeout", Duration.ofSeconds(30), Duration.ofSeconds(1)),
                        s.bytes("fetch.max-bytes", 10L << 20, 1 << 10),
                        s.number("fetch.per-host", 1, 1, 64),
                        s.duration("fetch.min-gap", Duration.ofSeconds(1), Duration.ZERO),
                        s.list("fetch.allow-private"),
                        s.hosts("fetch.unverified-tls"),
                        s.text("fetch.user-agent-contact", "")),
                new Config.Poll(
                        s.flag("poll.enabled", true),
                        s.duration("poll.min-interval", Duration.ofMinutes(15), SHORTEST_INTERVAL),
                        s.duration("poll.max-interval", Duration.ofDays(1), SHORTEST_INTERVAL)),
                new Config.Retention(
                        s.duration("retention.age", Duration.ZERO, Duration.ZERO),
                        s.number("retention.per-feed", 50, 0, 1_000_000)),
                new Config.Hub(
                        s.flag("hub.enabled", true),
                        s.number("hub.subscribers", 10_000, 1, 1_000_000),
                        s.number("hub.per-host", 200, 1, 1_000_000),
                        s.number("hub.concurrency", 100, 4, 1_000),
                        s.addresses("hub.ping")),
                s.oneOf("access.mode", AccessMode.class, AccessMode.LOCAL));
        if (config.poll().maxInterval().compareTo(config.poll().minInterval()) < 0) {
            throw new BadConfig(
                    "configuration key poll.max-interval is shorter than poll.min-interval; make it longer.");
        }
        return config;
    }

    /** The environment variable of a key: {@code BROADSHEET_FETCH_MIN_GAP} for {@code fetch.min-gap}. */
    static String variable(String key) {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
