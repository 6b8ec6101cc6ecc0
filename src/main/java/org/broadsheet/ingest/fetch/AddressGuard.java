package org.broadsheet.ingest.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.text.Cidr;

/**
 * Decides which addresses may be asked, so that nobody can make this server read its own network. Everything that IANA's
 * special-purpose registries (RFC 6890) do not call globally reachable is refused, and so are the ports of other services.
 * Immutable, for any thread.
 */
public final class AddressGuard {
    private static final List<Special> SPECIAL = List.of(
            special("0.0.0.0/8", "the unspecified network"),
            special("10.0.0.0/8", "a private network"),
            special("100.64.0.0/10", "a carrier's private network"),
            special("127.0.0.0/8", "this machine itself"),
            special("169.254.0.0/16", "a link-local network"),
            special("172.16.0.0/12", "a private network"),
            special("192.0.0.0/24", "a network for special purposes"),
            special("192.0.2.0/24", "a network for documentation"),
            special("192.88.99.0/24", "a 6to4 relay"),
            special("192.168.0.0/16", "a private network"),
            special("198.18.0.0/15", "a network for benchmarks"),
            special("198.51.100.0/24", "a network for documentation"),
            special("203.0.113.0/24", "a network for documentation"),
            special("224.0.0.0/4", "a multicast group"),
            special("240.0.0.0/4", "a reserved network"),
            special("::1/128", "this machine itself"),
            special("::/96", "the unspecified network"),
            special("fc00::/7", "a private network"),
            special("fe80::/10", "a link-local network"),
            special("ff00::/8", "a multicast group"),
            special("2001::/23", "a network for special purposes (Teredo and others)"),
            special("2001:db8::/32", "a network for documentation"),
            special("2002::/16", "a 6to4 network"),
            special("3fff::/20", "a network for documentation"));

    /** RFC 4291 §2.5.4: of IPv6, only this eighth is given out as public addresses. */
    private static final Cidr PUBLIC_V6 = Cidr.of("2000::/3");

    private static final Cidr NAT64 = Cidr.of("64:ff9b::/96");
    private static final Pattern ENTRY = Pattern.compile("(?:\\[([^\\]]*)\\](/.*?)|(.*?/.*?))(?::([0-9]+))?");

    private final List<Opening> openings;

    private AddressGuard(List<Opening> openings) {
        this.openings = openings;
    }

    /**
     * A guard with exceptions.
     *
     * @param allowPrivate entries {@code CIDR} (any port) or {@code CIDR:port}, IPv6 as {@code [::1]/128:port}
     * @throws IllegalArgumentException with a sentence that names the first bad entry
     */
    public static AddressGuard of(List<String> allowPrivate) {
        return new AddressGuard(allowPrivate.stream().map(AddressGuard::opening).toList());
    }

    /** Why this address and port must not be asked, as a sentence; empty when they may. */
    public Optional<String> refusal(InetAddress address, int port) {
        byte[] bytes = unwrapped(address.getAddress());
        if (openings.stream().anyMatch(allowed -> allowed.covers(bytes, port))) {
            return Optional.empty();
        }
        return special(bytes)
                .map(what -> "The address leads to " + what + ", which this server does not ask.")
                .or(() -> portRefusal(port));
    }

    /**
     * The same by an address that is written out, for our own: can others reach us there? Looks no name up, so a name but
     * {@code localhost} passes.
     */
    public Optional<String> refusal(URI own) {
        String host = String.valueOf(own.getHost());
        boolean literal = host.startsWith("[") || host.matches("[0-9.]+");
        if (!literal && !host.equalsIgnoreCase("localhost")) {
            return Optional.empty();
        }
        int port = own.getPort() < 0 ? own.getScheme().equals("https") ? 443 : 80 : own.getPort();
        try {
            return refusal(InetAddress.getByName(literal ? host : "127.0.0.1"), port);
        } catch (UnknownHostException e) {
            return Optional.of("It is no address.");
        }
    }

    private static Optional<String> special(byte[] address) {
        Optional<String> listed = SPECIAL.stream()
                .filter(network -> network.cidr().contains(address))
                .map(Special::what)
                .findFirst();
        boolean elsewhere = address.length == 16 && !PUBLIC_V6.contains(address);
        return listed.or(() -> elsewhere ? Optional.of("a network that is not public") : Optional.empty());
    }

    /** Ports below 1024 belong to other services, such as mail, that a forged request could speak to. */
    private static Optional<String> portRefusal(int port) {
        return port == 80 || port == 443 || port >= 1024
                ? Optional.empty()
                : Optional.of(
                        "Port " + port + " is not one that this server asks; 80, 443 and those from 1024 on are.");
    }

    /**
     * The IPv4 address inside a NAT64 one (RFC 6052), because that is where the packets go. Mapped ones (::ffff:a.b.c.d) the
     * JDK has made IPv4 already; those that it has not are outside of 2000::/3.
     */
    private static byte[] unwrapped(byte[] address) {
        return NAT64.contains(address) ? Arrays.copyOfRange(address, 12, 16) : address;
    }

    private static Opening opening(String entry) {
        Matcher parts = ENTRY.matcher(entry.strip());
        if (!parts.matches()) {
            throw bad(entry, "a network is written as 192.168.1.0/24 or fd00::/8");
        }
        String cidr = parts.group(1) == null ? parts.group(3) : parts.group(1) + parts.group(2);
        try {
            return new Opening(Cidr.of(cidr), parts.group(4) == null ? 0 : port(parts.group(4)));
        } catch (IllegalArgumentException e) {
            throw bad(entry, String.valueOf(e.getMessage()));
        }
    }

    private static int port(String digits) {
        int port = digits.length() > 5 ? 0 : Integer.parseInt(digits);
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a port is a number from 1 to 65535");
        }
        return port;
    }

    private static IllegalArgumentException bad(String entry, String why) {
        return new IllegalArgumentException("\"" + entry + "\" is not CIDR or CIDR:port: " + why + ".");
    }

    private static Special special(String cidr, String what) {
        return new Special(Cidr.of(cidr), what);
    }

    private record Special(Cidr cidr, String what) {}

    /** An opened network; port 0 stands for any. */
    private record Opening(Cidr cidr, int port) {
        boolean covers(byte[] address, int asked) {
            return cidr.contains(address) && (port == 0 || port == asked);
        }
    }
}
