package org.broadsheet.bench;

import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.broadsheet.ingest.parse.FeedDocument;
import org.broadsheet.ingest.parse.FeedParser;

/**
 * Reads the same documents with bare Rome and with ours, side by side on one thread, and prints documents a second.
 *
 * <p>{@code java -cp target/broadsheet.jar:target/test-classes org.broadsheet.bench.ReadingSpeed [FOLDER [ROUNDS]]} after
 * {@code ./mvnw package}. Rome's time for a document that it gives up counts as if it had read it: in its favour, for it
 * stops early. "Whole" is what {@code parse --ndjson} does: reading, cleaning every text, writing the line.
 */
public final class ReadingSpeed {
    private static final int WARM_UP = 5;

    private final List<byte[]> documents;
    private int refused;

    private ReadingSpeed(List<byte[]> documents) {
        this.documents = documents;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = arguments.length > 0 ? Path.of(arguments[0]) : Corpus.OWN;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 15;
        new ReadingSpeed(Corpus.in(folder).documents()).compare(rounds);
    }

    private void compare(int rounds) {
        List<Double> rome = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        for (int round = -WARM_UP; round < rounds; round++) {
            refused = 0;
            double byRome = perSecond(this::rome);
            double byOurs = perSecond(ReadingSpeed::ours);
            double byWhole = perSecond(WholeReading::line);
            if (round >= 0) {
                rome.add(byRome);
                ours.add(byOurs / byRome);
                whole.add(byWhole / byRome);
            }
        }
        System.out.printf(
                "%d documents, of which Rome refuses %d; Rome alone %.0f documents/s; reading %.2f of that, whole %.2f%n",
                documents.size(), refused, median(rome), median(ours), median(whole));
    }

    private double perSecond(Consumer<byte[]> reader) {
        long start = System.nanoTime();
        documents.forEach(reader);
        return documents.size() * (double) TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - start);
    }

    private void rome(byte[] document) {
        try {
            new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(document)));
        } catch (Exception e) {
            refused++;
        }
    }

    private static void ours(byte[] document) {
        FeedParser.parse(new FeedDocument(document, null, "https://x.example/feeds/"));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
