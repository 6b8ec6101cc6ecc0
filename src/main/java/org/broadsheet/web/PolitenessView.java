package org.broadsheet.web;

import java.util.List;
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

    static PolitenessView of(List<Traffic> hosts, Edition edition) {
        return new PolitenessView(
                line(hosts, edition.texts()),
                hosts.stream().map(host -> line(host, edition)).toList());
    }

    private static String line(List<Traffic> hosts, Texts texts) {
        return hosts.stream()
                .reduce(Traffic::plus)
                .filter(all -> all.polls() > 0)
                .map(all -> texts.get(
                        "politeness.line",
                        hosts.size(),
                        all.polls(),
                        all.unchanged() * 100 / all.polls(),
                        texts.bytes(all.bytesSaved()),
                        texts.bytes(all.bytes())))
                .orElse(texts.get("politeness.nothing"));
    }

    private static HostLine line(Traffic host, Edition edition) {
        Texts texts = edition.texts();
        return new HostLine(
                host.host(),
                texts.get("count.sources", host.feeds()),
                texts.number(host.polls()),
                texts.number(host.full()),
                texts.number(host.unchanged()),
                texts.number(host.throttled()),
                texts.number(host.failed()),
                texts.bytes(host.bytes()),
                texts.bytes(host.bytesSaved()),
                host.notBefore() == null ? null : When.future(host.notBefore(), edition));
    }
}
