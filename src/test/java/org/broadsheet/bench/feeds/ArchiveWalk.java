package org.broadsheet.bench.feeds;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.broadsheet.api.feeds.Newsstand;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.NewEntry;
import org.broadsheet.publish.FeedFormat;
import org.broadsheet.reading.TestStore;
import org.broadsheet.text.Hashes;

/**
 * Walks a large archive in each format from the current document to the oldest while news keep coming, and reads every part again
 * a year later from a new server on the same store: no entry may be missing, none twice, no byte another.
 *
 * <p>README has the command. Ends with exit code 1 when something is not as it should be.
 */
public final class ArchiveWalk {
    private static final URI HOME = URI.create("https://news.example.org");
    private static final int FEEDS = 50;
    private static final int A_ROUND = 100;
    private static final Duration BETWEEN_ROUNDS = Duration.ofHours(12);

    private final List<String> troubles = new ArrayList<>();
    private final Map<String, String> hashes = new LinkedHashMap<>();

    private ArchiveWalk() {}

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        int entries = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
        ArchiveWalk walk = new ArchiveWalk();
        walk.run(entries);
        walk.troubles.forEach(System.out::println);
        System.out.println(walk.troubles.isEmpty() ? "Nothing lost, nothing twice, no byte another." : "FAILED");
        System.exit(walk.troubles.isEmpty() ? 0 : 1);
    }

    private void run(int entries) throws InterruptedException, ExecutionException {
        TestStore store = TestStore.h2();
        List<FeedId> feeds = fill(store, entries);
        Newsstand first = new Newsstand(store, HOME);
        for (FeedFormat format : FeedFormat.values()) {
            walkWhileNewsCome(first, feeds, format);
        }
        first.stop();
        TestStore later = TestStore.again(store.place);
        later.clock.advance(Duration.between(later.clock.instant(), store.clock.instant()));
        later.clock.advance(Duration.ofDays(365));
        try (Newsstand stand = new Newsstand(later, HOME)) {
            readAgain(stand);
            for (FeedFormat format : FeedFormat.values()) {
                walk(stand, format, "a year later");
            }
        }
    }

    private static List<FeedId> fill(TestStore store, int entries) {
        List<FeedId> feeds = new ArrayList<>();
        for (int feed = 0; feed < FEEDS; feed++) {
            feeds.add(store.feed("https://f" + feed + ".example/feed", "Folder " + feed % 5));
        }
        for (int stored = 0; stored < entries; stored += A_ROUND) {
            NewEntry[] round = new NewEntry[Math.min(A_ROUND, entries - stored)];
            for (int i = 0; i < round.length; i++) {
                round[i] = TestStore.entry(
                        "Story " + (stored + i), store.clock.instant().plusSeconds(i));
            }
            store.put(feeds.get(stored / A_ROUND % FEEDS), round);
            store.clock.advance(BETWEEN_ROUNDS);
        }
        return feeds;
    }

    private void walkWhileNewsCome(Newsstand stand, List<FeedId> feeds, FeedFormat format)
            throws InterruptedException, ExecutionException {
        try (Arrivals arrivals = new Arrivals(stand.store, feeds, "Late " + format)) {
            walk(stand, format, "while news come");
            System.out.printf("  %d entries came in meanwhile%n", arrivals.end());
        }
    }

    private void walk(Newsstand stand, FeedFormat format, String when) {
        Set<String> missing = EntryIds.in(stand.store);
        int stored = missing.size();
        long begin = System.nanoTime();
        List<HttpResponse<String>> documents = stand.walk("/feed." + format.extension(), "prev-archive");
        double seconds = (System.nanoTime() - begin) / 1e9;
        Set<String> archived = new HashSet<>();
        missing.removeAll(Set.copyOf(EntryIds.in(documents.get(0))));
        for (HttpResponse<String> part : documents.subList(1, documents.size())) {
            for (String id : EntryIds.in(part)) {
                expect(archived.add(id), "entry " + id + " is twice in the archive, again in " + part.uri());
            }
            String hash = Hashes.of(part.body());
            expect(hash.equals(hashes.computeIfAbsent(part.uri().getPath(), path -> hash)), part.uri() + " changed");
        }
        missing.removeAll(archived);
        expect(missing.isEmpty(), format + " " + when + " lacks " + missing.size() + " of " + stored + " entries");
        System.out.printf(
                "%-4s %-16s %d documents, %d entries stored before, %d in the archive, %.1f s%n",
                format, when, documents.size(), stored, archived.size(), seconds);
    }

    private void readAgain(Newsstand stand) {
        long begin = System.nanoTime();
        hashes.forEach((path, hash) -> {
            HttpResponse<String> part = stand.get(path);
            expect(part.statusCode() == 200 && Hashes.of(part.body()).equals(hash), path + " changed in a year");
        });
        System.out.printf(
                "all %d archive documents read again a year later, %.1f s%n",
                hashes.size(), (System.nanoTime() - begin) / 1e9);
    }

    private void expect(boolean good, String trouble) {
        if (!good) {
            troubles.add(trouble);
        }
    }
}
