package org.broadsheet.config;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.text.Cidr;

/**
 * The raw values by key, read one by one into types. A key that nobody asked for is unknown, so the code that reads the
 * keys is their only list.
 */
final class Settings {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
    private static final Pattern BYTES = Pattern.compile("(\\d{1,9})\\s*(B|KB|MB|GB)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern HOST = Pattern.compile(
            "[\\p{L}\\p{M}\\p{N}_-]+(\\.[\\p{L}\\p{M}\\p{N}_-]+)*\\.?|\\[?[0-9a-fA-F.]*:[0-9a-fA-F.]*:[0-9a-fA-F:.]*]?");

    private static final Pattern SIGNED_IN = Pattern.compile("(?:[^/]*//)?[^/?#]*@.*");
    private static final String BASE =
            "an address such as https://news.example.org, without a name, a query or a fragment";

    private final Map<String, String> values;
    private final Set<String> asked = new TreeSet<>();

    Settings(Map<String, String> values) {
        this.values = new TreeMap<>(values);
    }

    String text(String key, String otherwise) {
        asked.add(key);
        return values.getOrDefault(key, otherwise).strip();
    }

    Optional<String> text(String key) {
        return Optional.of(text(key, "")).filter(value -> !value.isEmpty());
    }

    Optional<Path> path(String key) throws BadConfig {
        Optional<String> value = text(key);
        try {
            return value.map(Path::of);
        } catch (InvalidPathException e) {
            throw new BadConfig("configuration key " + key + " holds a character that no path can have.");
        }
    }

    /** A JDBC address of PostgreSQL. A bad one is not repeated, for it may hold a password. */
    Optional<String> database(String key) throws BadConfig {
        Optional<String> value = text(key);
        if (value.isPresent() && !value.get().startsWith("jdbc:postgresql:")) {
            throw new BadConfig(
                    "configuration key " + key
                            + " must be an address such as jdbc:postgresql://localhost/broadsheet, or empty for H2 in data.dir.");
        }
        return value;
    }

    /** A comma-separated list; empty when not set. */
    List<String> list(String key) {
        return Arrays.stream(text(key, "").split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    int number(String key, int otherwise, int least, int most) throws BadConfig {
        String value = text(key, Integer.toString(otherwise));
        int number;
        try {
            number = Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw bad(key, value, "a whole number");
        }
        if (number < least || number > most) {
            throw bad(key, value, "a number from " + least + " to " + most);
        }
        return number;
    }

    boolean flag(String key, boolean otherwise) throws BadConfig {
        String value = text(key, Boolean.toString(otherwise));
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad(key, value, "true or false");
        };
    }

    Duration duration(String key, Duration otherwise, Duration least) throws BadConfig {
        String value = text(key, "");
        if (value.isEmpty()) {
            return otherwise;
        }
        Duration duration = duration(key, value);
        if (duration.compareTo(least) < 0) {
            throw bad(key, value, least.toSeconds() + "s or longer");
        }
        return duration;
    }

    private static Duration duration(String key, String value) throws BadConfig {
        Matcher parts = DURATION.matcher(value);
        if (value.equals("0")) {
            return Duration.ZERO;
        }
        if (!parts.matches()) {
            throw bad(key, value, "a duration such as 500ms, 30s, 15m, 2h or 7d");
        }
        long amount = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    long bytes(String key, long otherwise, long least) throws BadConfig {
        String value = text(key, "");
        if (value.isEmpty()) {
            return otherwise;
        }
        Matcher parts = BYTES.matcher(value);
        if (!parts.matches()) {
            throw bad(key, value, "a size such as 512KB or 10MB");
        }
        String unit = parts.group(2) == null ? "B" : parts.group(2).toUpperCase(Locale.ROOT);
        int thousands = List.of("B", "KB", "MB", "GB").indexOf(unit);
        long bytes = Long.parseLong(parts.group(1)) << (10 * thousands);
        if (bytes < least) {
            throw bad(key, value, least + " bytes or more");
        }
        return bytes;
    }

    /** An http or https address of a server, perhaps with a path, without a slash at the end. */
    Optional<URI> address(String key) throws BadConfig {
        Optional<String> value = text(key);
        return value.isEmpty() ? Optional.empty() : Optional.of(base(key, value.get()));
    }

    private static URI base(String key, String value) throws BadConfig {
        if (SIGNED_IN.matcher(value).matches()) {
            throw new BadConfig("configuration key " + key + " holds a name or password; it must be " + BASE + ".");
        }
        URI uri = web(key, value, BASE);
        boolean more = uri.getRawQuery() != null || uri.getRawFragment() != null;
        if (more || uri.getPort() == 0 || uri.getPort() > 65535) {
            throw bad(key, value, BASE);
        }
        return URI.create(value.replaceAll("/+$", ""));
    }

    /** A comma-separated list of addresses and networks as they are written; empty when not set. */
    List<String> networks(String key) throws BadConfig {
        return listOf(
                key,
                Cidr::isAddressOrNetwork,
                "addresses or networks such as 10.0.0.1, 192.168.1.0/24 or ::1, separated by commas");
    }

    /** A comma-separated list of names or addresses of hosts as they are written; empty when not set. */
    List<String> hosts(String key) throws BadConfig {
        return listOf(
                key,
                item -> HOST.matcher(item).matches(),
                "hosts such as news.example.org or 192.168.1.5, separated by commas, without scheme, port or path");
    }

    private List<String> listOf(String key, Predicate<String> allowed, String what) throws BadConfig {
        List<String> items = list(key);
        for (String item : items) {
            if (!allowed.test(item)) {
                throw bad(key, item, what);
            }
        }
        return items;
    }

    /** A comma-separated list of http or https addresses as they are written; empty when not set. */
    List<URI> addresses(String key) throws BadConfig {
        List<URI> addresses = new ArrayList<>();
        for (String item : list(key)) {
            addresses.add(web(key, item, "addresses such as https://hub.example.org/, separated by commas"));
        }
        return List.copyOf(addresses);
    }

    private static URI web(String key, String value, String wanted) throws BadConfig {
        try {
            URI uri = URI.create(value);
            if (uri.getHost() == null
                    || uri.getScheme() == null
                    || !uri.getScheme().matches("https?")) {
                throw bad(key, value, wanted);
            }
            return uri;
        } catch (IllegalArgumentException e) {
            throw bad(key, value, wanted);
        }
    }

    <E extends Enum<E>> E oneOf(String key, Class<E> type, E otherwise) throws BadConfig {
        String value = text(key, otherwise.name());
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value)) {
                return constant;
            }
        }
        String choices = String.join(
                ", ",
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .toList());
        throw bad(key, value, "one of " + choices);
    }

    /** Complains about the first key that nothing read. */
    void refuseUnknown() throws BadConfig {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                throw new BadConfig("unknown configuration key \"" + key + "\"; the known ones are "
                        + String.join(", ", asked) + ".");
            }
        }
    }

    Set<String> asked() {
        return asked;
    }

    static BadConfig bad(String key, String value, String wanted) {
        return new BadConfig("configuration key " + key + " is \"" + value + "\"; it must be " + wanted + ".");
    }
}
