package org.broadsheet.bench.feeds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.bench.Corpus;
import org.broadsheet.publish.FeedFormat;
import org.broadsheet.publish.rules.Finding;

/**
 * Publishes all feeds of a folder again and holds what goes out to the rules of its format.
 *
 * <p>README has the command. Ends with exit code 1 when a rule is broken.
 */
public final class Republish {
    private static final int EXAMPLES = 3;

    private Republish() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = arguments.length > 0 ? Path.of(arguments[0]) : Corpus.OWN;
        List<byte[]> documents = Corpus.in(folder).documents();
        int findings = 0;
        try (Press press = new Press(documents);
                Republishing republishing = new Republishing()) {
            List<String> refused = republishing.takeIn(press.addresses());
            System.out.printf(
                    "%d documents, %d of them no feeds, %d entries shown%n",
                    documents.size(), refused.size(), republishing.entries());
            for (FeedFormat format : FeedFormat.values()) {
                findings += tell(format, republishing.check(format));
            }
        }
        System.exit(findings == 0 ? 0 : 1);
    }

    private static int tell(FeedFormat format, List<Republishing.Checked> documents) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Republishing.Checked document : documents) {
            for (Finding finding : document.findings()) {
                if (counts.merge(finding.level() + " " + finding.rule(), 1, Integer::sum) <= EXAMPLES) {
                    System.out.println("  " + document.address() + " " + finding);
                }
            }
        }
        System.out.printf("%-4s %d documents served, broken rules: %s%n", format, documents.size(), counts);
        return counts.values().stream().mapToInt(count -> count).sum();
    }
}
