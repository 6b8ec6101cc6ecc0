package org.broadsheet.ingest.opml;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.model.ForeignAttributes;
import org.broadsheet.model.ListedFeed;
import org.broadsheet.model.OtherOutline;

/** What the prefixes of a document's attributes stand for, so that all of them are declared. */
final class Prefixes {
    private static final Pattern ONE = Pattern.compile("(?!(?i)xml)[\\p{L}_][\\p{L}\\p{M}\\p{N}_.-]*");

    private Prefixes() {}

    /** The first address of each prefix, and one made up for those that are used without being declared. */
    static Map<String, String> of(OpmlDocument document) {
        Map<String, String> all = new HashMap<>();
        said(document)
                .forEach(said -> said.namespaces().forEach((prefix, address) -> {
                    if (isOne(prefix) && !address.isBlank()) {
                        all.putIfAbsent(prefix, address);
                    }
                }));
        said(document)
                .forEach(said -> said.values().keySet().forEach(name -> {
                    String prefix = of(name);
                    if (isOne(prefix)) {
                        all.putIfAbsent(prefix, "urn:" + prefix);
                    }
                }));
        return all;
    }

    /** The prefix of a name, empty where it has none. */
    static String of(String name) {
        return name.substring(0, Math.max(0, name.indexOf(':')));
    }

    /** Whether it can be declared at all; those that begin with xml are kept for XML itself. */
    static boolean isOne(String prefix) {
        return ONE.matcher(prefix).matches();
    }

    private static Stream<ForeignAttributes> said(OpmlDocument document) {
        return Stream.of(
                        document.feeds().stream().map(ListedFeed::foreign),
                        document.folders().values().stream(),
                        document.others().stream().map(OtherOutline::tree).flatMap(Prefixes::said))
                .flatMap(all -> all);
    }

    private static Stream<ForeignAttributes> said(OtherOutline.Tree tree) {
        return Stream.concat(
                Stream.of(tree.attributes()), tree.inside().stream().flatMap(Prefixes::said));
    }
}
