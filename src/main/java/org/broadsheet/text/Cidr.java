package org.broadsheet.text;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A network such as {@code 10.0.0.0/8} or {@code fc00::/7}. */
public final class Cidr {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern FORM = Pattern.compile("(" + LITERAL + ")/([0-9]{1,3})");
    private static final Pattern BRACKETS = Pattern.compile("^\\[(.*)]$");
    private static final Pattern DOTTED = Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})");

    private final byte[] network;
    private final int prefix;

    private Cidr(byte[] network, int prefix) {
        this.network = network;
        this.prefix = prefix;
    }

    /** Reads {@code ADDRESS/PREFIX}; the reason of a refusal is meant for the operator. */
    public static Cidr of(String text) {
        Matcher parts = FORM.matcher(text);
        byte @Nullable [] address = parts.matches() ? bytes(parts.group(1)) : null;
        if (address == null) {
            throw new IllegalArgumentException("a network is written as 192.168.1.0/24 or fd00::/8");
        }
        int prefix = Integer.parseInt(parts.group(2));
        if (prefix > address.length * 8) {
            throw new IllegalArgumentException("the prefix can be at most " + address.length * 8);
        }
        Cidr cidr = new Cidr(address, prefix);
        if (!cidr.endsInZeros()) {
            throw new IllegalArgumentException("the address has bits behind its prefix of " + prefix);
        }
        return cidr;
    }

    /** Reads a network, or one address as the network of nothing else. */
    public static Cidr ofAddressOrNetwork(String text) {
        byte @Nullable [] address = address(text);
        return address == null ? of(BRACKETS.matcher(text).replaceFirst("$1")) : new Cidr(address, 8 * address.length);
    }

    /** Whether {@link #ofAddressOrNetwork} can read it. */
    public static boolean isAddressOrNetwork(String text) {
        try {
            return ofAddressOrNetwork(text).prefix >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether an address as somebody writes it, perhaps in brackets, belongs to it; false for anything else. */
    public boolean contains(String address) {
        byte @Nullable [] bytes = address(address);
        return bytes != null && contains(bytes);
    }

    /** Whether an address of 4 or 16 bytes belongs to it. */
    public boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            if (bit(address, bit) != bit(network, bit)) {
                return false;
            }
        }
        return true;
    }

    private static byte @Nullable [] address(String text) {
        String bare = BRACKETS.matcher(text).replaceFirst("$1");
        return LITERAL.matcher(bare).matches() ? bytes(bare) : null;
    }

    private boolean endsInZeros() {
        for (int bit = prefix; bit < network.length * 8; bit++) {
            if (bit(network, bit) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int bit(byte[] bytes, int index) {
        return bytes[index / 8] >> (7 - index % 8) & 1;
    }

    private static byte @Nullable [] bytes(String literal) {
        try {
            // Only literals come here (see LITERAL), so this never asks a name server.
            boolean usable = literal.contains(":") || isDotted(literal);
            return usable ? InetAddress.getByName(literal).getAddress() : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static boolean isDotted(String literal) {
        Matcher parts = DOTTED.matcher(literal);
        boolean fits = parts.matches();
        for (int i = 1; fits && i <= 4; i++) {
            fits = Integer.parseInt(parts.group(i)) <= 255;
        }
        return fits;
    }
}
