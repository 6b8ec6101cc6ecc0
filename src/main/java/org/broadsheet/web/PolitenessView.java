package org.broadsheet.web;

import java.util.List;
import java.util.Locale;
import org.broadsheet.model.Traffic;
import org.jspecify.annotations.Nullable;

/**
 * What each host was asked, ready to print.
 *
 * @param line all hosts together, in a sentence
 * @param hosts those that were asked, the most asked first
 */
public record PolitenessView(String line, List<HostLine> hosts) {

    /**
     * A host.
     *
     * @param sources how many are there
     * @param wish until when it wants to be left alone, null when it does not
     */
    public record HostLine(
            String host,
            String sources,
            String polls,
            String full,
            String unchanged,
            String throttled,
            String failed,
            String bytes,
            String saved,
            @Nullable When wish) {}

    static PolitenessView of(List<Traffic> hosts, Now now) {
        return new PolitenessView(
                line(hosts), hosts.stream().map(host -> line(host, now)).toList());
    }

    private static String line(List<Traffic> hosts) {
        return hosts.stream()
                .reduce(Traffic::plus)
                .filter(all -> all.polls() > 0)
                .map(all -> String.format(
                        Locale.ENGLISH,
                        "%s asked %s, %d %% of the answers were \u201cnot modified\u201d; that saved %s, and %s came in.",
                        Counts.of(hosts.size(), "host"),
                        Counts.of(all.polls(), "time"),
                        all.unchanged() * 100 / all.polls(),
                        Counts.bytes(all.bytesSaved()),
                        Counts.bytes(all.bytes())))
                .orElse("Nothing was asked yet.");
    }

    private static HostLine line(Traffic host, Now now) {
        return new HostLine(
                host.host(),
                Counts.of(host.feeds(), "source"),
                Counts.of(host.polls()),
                Counts.of(host.full()),
                Counts.of(host.unchanged()),
                Counts.of(host.throttled()),
                Counts.of(host.failed()),
                Counts.bytes(host.bytes()),
                Counts.bytes(host.bytesSaved()),
                host.notBefore() == null ? null : When.future(host.notBefore(), now));
    }
}
