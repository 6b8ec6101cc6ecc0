package org.broadsheet.server;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One part of a document (RFC 9110 §14.1.2), both ends in it. Where the first is not below the document's length, there is
 * nothing to send.
 */
record ByteRange(long first, long last) {
    // Several parts at once are not for documents like ours: who asks for them gets all.
    private static final Pattern ONE = Pattern.compile("bytes=\\s*(?:(\\d{1,15})-(\\d{0,15})|-(\\d{1,15}))\\s*");

    /** What a Range header asks for; empty where it asks for nothing that we understand. */
    static Optional<ByteRange> of(@Nullable String header, long length) {
        Matcher range = ONE.matcher(header == null ? "" : header);
        if (!range.matches()) {
            return Optional.empty();
        }
        if (range.group(3) != null) {
            long count = Math.min(Long.parseLong(range.group(3)), length);
            return Optional.of(count == 0 ? new ByteRange(length, length) : new ByteRange(length - count, length - 1));
        }
        long first = Long.parseLong(range.group(1));
        long last = range.group(2).isEmpty() ? length - 1 : Math.min(Long.parseLong(range.group(2)), length - 1);
        boolean turned = !range.group(2).isEmpty() && Long.parseLong(range.group(2)) < first;
        return turned ? Optional.empty() : Optional.of(new ByteRange(first, last));
    }
}
