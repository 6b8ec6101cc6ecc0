package org.broadsheet.ingest.dedupe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.text.CanonicalUrl;
import org.jspecify.annotations.Nullable;

/** Entries of one merged list in the order of their arrival: says of each which earlier one it repeats. Not thread-safe. */
public final class Recent {
    private record Seen(String first, Wording wording) {}

    private static final Pattern HOME_PAGE = Pattern.compile("https?://[^/?#]*/?");

    /** A headline that so many have had since is a rubric. Also bounds the time for one entry. */
    private static final int MOST_PER_MARK = 64;

    private final Map<Long, Deque<Seen>> byMark = new HashMap<>();
    private final Map<String, String> byAddress = new HashMap<>();

    /**
     * Takes an entry in.
     *
     * @param url of its page, null when it has none
     * @return the first entry of those that it repeats; empty for one that is new
     */
    public Optional<String> take(String id, @Nullable String url, Wording wording) {
        String address = url == null ? null : CanonicalUrl.of(url).orElse(url);
        boolean named = address != null && !HOME_PAGE.matcher(address).matches();
        Optional<String> first =
                Optional.ofNullable(named ? byAddress.get(address) : null).or(() -> similar(wording));
        Seen seen = new Seen(first.orElse(id), wording);
        if (named) {
            byAddress.putIfAbsent(Objects.requireNonNull(address), seen.first());
        }
        wording.marks().forEach(mark -> remember(mark, seen));
        return first;
    }

    private Optional<String> similar(Wording wording) {
        return wording.marks().stream()
                .flatMap(mark -> byMark.containsKey(mark) ? byMark.get(mark).stream() : Stream.empty())
                .filter(seen -> seen.wording().repeats(wording))
                .map(Seen::first)
                .findFirst();
    }

    private void remember(Long mark, Seen seen) {
        Deque<Seen> alike = byMark.computeIfAbsent(mark, any -> new ArrayDeque<>());
        alike.addLast(seen);
        if (alike.size() > MOST_PER_MARK) {
            alike.removeFirst();
        }
    }
}
