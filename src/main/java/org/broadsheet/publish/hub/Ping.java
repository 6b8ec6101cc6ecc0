package org.broadsheet.publish.hub;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What another hub is told: that these topics have changed (PubSubHubbub Core 0.3 §7.1, which WebSub §6 leaves to the hub).
 * Pure.
 *
 * @param upto when it has taken this, it has been told of all changes up to this one
 */
public record Ping(List<String> topics, long upto) {
    public static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

    /** One form can name many topics, but some servers take no more than 64 KB of one. */
    static final int MOST_TOPICS = 400;

    /**
     * What a hub is to be told next, the earliest change first; what is more than one ping takes follows later.
     *
     * @param newest of each topic the newest change
     * @param told up to which change the hub was told
     * @return empty for nothing
     */
    public static Optional<Ping> next(Map<String, Long> newest, long told) {
        SortedMap<Long, List<String>> byChange = new TreeMap<>();
        newest.forEach((topic, change) -> {
            if (change > told) {
                byChange.computeIfAbsent(change, key -> new ArrayList<>()).add(topic);
            }
        });
        List<String> topics = new ArrayList<>();
        long upto = told;
        for (Map.Entry<Long, List<String>> together : byChange.entrySet()) {
            if (topics.isEmpty() || topics.size() + together.getValue().size() <= MOST_TOPICS) {
                topics.addAll(together.getValue().stream().sorted().toList());
                upto = together.getKey();
            } else {
                break;
            }
        }
        return topics.isEmpty() ? Optional.empty() : Optional.of(new Ping(List.copyOf(topics), upto));
    }

    /** As a form. */
    public byte[] body() {
        return topics.stream()
                .map(topic -> "&hub.url=" + URLEncoder.encode(topic, StandardCharsets.UTF_8))
                .collect(Collectors.joining("", "hub.mode=publish", ""))
                .getBytes(StandardCharsets.UTF_8);
    }
}
