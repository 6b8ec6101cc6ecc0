package org.broadsheet.api.feeds;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.model.PublishedState;
import org.broadsheet.text.Hashes;
import org.jspecify.annotations.Nullable;

/**
 * The ETag of a published stream's document. It tells which changes a client has, so that he can be given what came later.
 *
 * @param change the newest in the document's stream
 * @param feeds a hash of those that the stream drew from: where these are others, later changes are not all that is new
 */
record Tag(long change, String feeds) {
    private static final int CHARACTERS = 8;
    private static final Pattern TEXT = Pattern.compile("(?:W/)?\"(\\d{1,18})\\.([\\w-]{8})\\.[\\w-]+\"");

    static Tag of(PublishedState state) {
        String feeds = Hashes.of(state.feeds().stream().map(String::valueOf).toArray(String[]::new));
        return new Tag(state.change(), feeds.substring(0, CHARACTERS));
    }

    /** With these bytes and no others. */
    String of(byte[] bytes) {
        return change + "." + feeds + "." + Hashes.of(bytes);
    }

    /** The newest change that the client has of a stream which stands here now; empty where that cannot be told. */
    Optional<Long> known(@Nullable String ifNoneMatch) {
        return ifNoneMatch == null
                ? Optional.empty()
                : Arrays.stream(ifNoneMatch.split(","))
                        .map(text -> TEXT.matcher(text.strip()))
                        .filter(Matcher::matches)
                        .filter(text -> text.group(2).equals(feeds))
                        .map(text -> Long.valueOf(text.group(1)))
                        .filter(known -> known <= change)
                        .max(Long::compare);
    }
}
