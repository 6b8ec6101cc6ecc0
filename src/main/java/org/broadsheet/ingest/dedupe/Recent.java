package org.broadsheet.ingest.dedupe;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.text.CanonicalUrl;
import org.broadsheet.text.Hashes;
import org.jspecify.annotations.Nullable;

/**
 * Entries of one merged list in the order of their arrival: says of each which earlier one it repeats. Old ones are
 * forgotten, so that a list may go on for ever. Not thread-safe.
 */
public final class Recent {
    private record Seen(long number, String first, @Nullable String address, Wording wording, List<Long> marks) {}

    private static final Pattern HOME_PAGE = Pattern.compile("https?://[^/?#]*/?");

    /** A headline that so many have had since is a rubric. Also bounds the time for one entry. */
    private static final int MOST_PER_MARK = 64;

    /** In entries, and in UTF-16 units of their texts. */
    private static final int MOST = 200_000;

    private static final long MOST_TEXT = 100_000_000;

    private final Deque<Seen> all = new ArrayDeque<>();
    private final Map<Long, Deque<Seen>> byMark = new HashMap<>();
    private long taken;
    private long text;

    /**
     * Takes an entry in.
     *
     * @param url of its page, null when it has none
     * @return the first entry of those that it repeats; empty for one that is new
     */
    public Optional<String> take(String id, @Nullable String url, Wording wording) {
        String address = address(url);
        List<Long> marks = address == null
                ? wording.marks()
                : Stream.concat(Stream.of(Hashes.bits(address)), wording.marks().stream())
                        .toList();
        Optional<String> first = marks.stream()
                .flatMap(mark -> byMark.getOrDefault(mark, new ArrayDeque<>()).stream())
                .distinct()
                .sorted(Comparator.comparingLong(Seen::number))
                .filter(seen -> isSame(seen, address, wording))
                .map(Seen::first)
                .findFirst();
        remember(new Seen(taken++, first.orElse(id), address, wording, marks));
        return first;
    }

    private static @Nullable String address(@Nullable String url) {
        String address = url == null ? null : CanonicalUrl.of(url).orElse(url);
        return address == null || HOME_PAGE.matcher(address).matches() ? null : address;
    }

    private static boolean isSame(Seen seen, @Nullable String address, Wording wording) {
        boolean samePage = address != null && address.equals(seen.address());
        return (samePage && !wording.isOtherSubject(seen.wording())) || wording.repeats(seen.wording());
    }

    private void remember(Seen seen) {
        all.add(seen);
        text += seen.wording().text().length();
        for (Long mark : seen.marks()) {
            Deque<Seen> alike = byMark.computeIfAbsent(mark, any -> new ArrayDeque<>());
            alike.addLast(seen);
            if (alike.size() > MOST_PER_MARK) {
                alike.removeFirst();
            }
        }
        while (all.size() > MOST || text > MOST_TEXT) {
            forget(all.remove());
        }
    }

    private void forget(Seen oldest) {
        text -= oldest.wording().text().length();
        for (Long mark : oldest.marks()) {
            Deque<Seen> alike = byMark.get(mark);
            if (alike == null) continue;
            // The oldest of all is the oldest of its marks, if it is still there.
            if (!alike.isEmpty() && alike.getFirst().number() == oldest.number()) alike.removeFirst();
            if (alike.isEmpty()) byMark.remove(mark);
        }
    }
}
