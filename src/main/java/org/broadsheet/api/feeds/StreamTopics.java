package org.broadsheet.api.feeds;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.model.AccountId;
import org.broadsheet.publish.FeedFormat;
import org.broadsheet.publish.hub.Announcement;
import org.broadsheet.reading.hub.Delta;
import org.broadsheet.reading.hub.Topics;
import org.broadsheet.server.BaseAddress;

/** Finds the stream that a hub's topic means. It must be the address that the document itself gives: no other spelling. */
final class StreamTopics implements Topics {
    private static final Pattern DOCUMENT = Pattern.compile("(.*)/feed\\.([a-z]+)");

    private final Streams streams;
    private final BaseAddress base;
    private final Deltas deltas;

    StreamTopics(Streams streams, BaseAddress base, Deltas deltas) {
        this.streams = streams;
        this.base = base;
        this.deltas = deltas;
    }

    @Override
    public Optional<Topic> find(AccountId account, String address) {
        return base.configured()
                .filter(address::startsWith)
                .flatMap(ours -> path(address)
                        .flatMap(path -> wanted(account, ours, path)
                                .filter(wanted ->
                                        Announcement.ascii(wanted.self()).equals(Announcement.ascii(address)))
                                .findFirst()))
                .map(Followed::new);
    }

    @Override
    public Map<String, Long> newest(AccountId account) {
        Map<String, Long> newest = new HashMap<>();
        base.configured()
                .ifPresent(ours -> streams.unchangedByReading(account)
                        .flatMap(stream -> Arrays.stream(FeedFormat.values())
                                .flatMap(format -> topics(account, ours, format, stream)))
                        .forEach(wanted -> newest.put(Announcement.ascii(wanted.self()), deltas.newest(wanted))));
        return newest;
    }

    /** The documents at a path that are topics: with whole texts and with summaries. */
    private Stream<Wanted> wanted(AccountId account, String ours, String path) {
        String below = path.substring(
                Math.min(path.length(), URI.create(ours).getPath().length()));
        Matcher document = DOCUMENT.matcher(below);
        if (!document.matches()) {
            return Stream.empty();
        }
        return FeedFormat.ofExtension(document.group(2)).stream()
                .flatMap(format -> streams.shownAt(account, document.group(1)).stream()
                        .flatMap(stream -> topics(account, ours, format, stream)));
    }

    private static Stream<Wanted> topics(
            AccountId account, String ours, FeedFormat format, org.broadsheet.api.feeds.Stream stream) {
        Wanted.Place place = new Wanted.Place(ours, stream.prefix(), false);
        return Stream.of(true, false)
                .map(full -> new Wanted(account, stream, format, FeedQuery.usual(full), place, null))
                .filter(Wanted::isTopic);
    }

    private static Optional<String> path(String address) {
        try {
            return Optional.ofNullable(new URI(address).getPath());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private final class Followed implements Topic {
        private final Wanted wanted;

        Followed(Wanted wanted) {
            this.wanted = wanted;
        }

        @Override
        public long newest() {
            return deltas.newest(wanted);
        }

        @Override
        public Delta after(long change) {
            return deltas.after(wanted, change);
        }
    }
}
