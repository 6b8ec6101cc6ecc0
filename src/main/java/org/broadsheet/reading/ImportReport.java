package org.broadsheet.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an OPML file.
 *
 * @param lines one for each feed it lists, in its order, and one for each part that could not be taken
 * @param unusable why nothing of it could be read, null when it could
 */
public record ImportReport(List<Line> lines, @Nullable String unusable) {
    /**
     * One feed of the file.
     *
     * @param why it was refused, null otherwise
     */
    public record Line(
            String url,
            @Nullable String title,
            Result result,
            @Nullable String why) {}

    /** What became of one feed. */
    public enum Result {
        ADDED,
        ALREADY_THERE,
        REFUSED
    }

    /** How many lines came to a result. */
    public long count(Result result) {
        return lines.stream().filter(line -> line.result() == result).count();
    }
}
