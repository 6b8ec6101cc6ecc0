package org.broadsheet.ingest.fetch;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The hosts of addresses, in the one spelling that is asked and compared. */
final class HostName {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");
    private static final Pattern V6 = Pattern.compile("[0-9a-f.]*:[0-9a-f:.]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
    private static final int LONGEST = 253;

    private HostName() {}

    /** In ASCII and lower case, numbers as a dotted quad, IPv6 in brackets; empty for what cannot be a host. */
    static Optional<String> of(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        return lower.startsWith("[") ? v6(lower.replaceAll("^\\[|\\]$", "")) : name(lower);
    }

    private static Optional<String> v6(String literal) {
        try {
            // With a colon in it this is read as a literal and never looked up.
            return V6.matcher(literal).matches() && InetAddress.getByName(literal) != null
                    ? Optional.of("[" + literal + "]")
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> name(String written) {
        String name;
        try {
            name = IDN.toASCII(written, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (name.length() > LONGEST || !NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        String last = name.substring(name.lastIndexOf('.') + 1);
        return NUMBER.matcher(last).matches() ? quad(name.split("\\.", -1)) : Optional.of(name);
    }

    /**
     * The IPv4 address that browsers and the C library see in {@code 0x7f.1} or {@code 2130706433} (WHATWG URL, "IPv4
     * parser"). The JDK has read these in other ways over time, so they are settled here.
     */
    private static Optional<String> quad(String[] parts) {
        if (parts.length > 4) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            int bits = i < parts.length - 1 ? 8 : 8 * (5 - parts.length);
            long value = number(parts[i]);
            if (value < 0 || value >= 1L << bits) {
                return Optional.empty();
            }
            address = address << bits | value;
        }
        return Optional.of(
                (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255));
    }

    /** Decimal, octal with a leading 0, hexadecimal with a leading 0x; -1 for anything else. */
    private static long number(String digits) {
        boolean hex = digits.startsWith("0x");
        String rest = hex ? digits.substring(2) : digits;
        try {
            return rest.isEmpty() ? 0 : Long.parseLong(rest, hex ? 16 : rest.startsWith("0") ? 8 : 10);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
