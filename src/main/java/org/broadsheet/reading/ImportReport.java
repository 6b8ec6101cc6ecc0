package org.broadsheet.reading;

import java.util.List;
import org.broadsheet.ingest.opml.OpmlDocument;
import org.broadsheet.model.ListPlace;
import org.broadsheet.model.ListRemark;
import org.jspecify.annotations.Nullable;

/**
 * What became of an OPML file.
 *
 * @param lines one for each feed it lists, in its order, and one for each part that could not be taken
 * @param unusable why nothing of it could be read, null when it could
 */
public record ImportReport(List<Line> lines, @Nullable ListRemark unusable) {
    /**
     * One feed of the file, or another part of it.
     *
     * @param why it was refused or what of it was left out, null otherwise
     */
    public record Line(
            ListPlace place,
            @Nullable String title,
            Result result,
            @Nullable ListRemark why) {}

    /** What became of one feed. */
    public enum Result {
        ADDED,
        ALREADY_THERE,
        REFUSED,
        /** Taken, but not all of it. */
        NOTED
    }

    /** Of a file of which nothing could be read. */
    static ImportReport nothing(ListRemark why) {
        return new ImportReport(List.of(), why);
    }

    /** What there is to say of a list's parts that were not taken as they are. */
    static List<Line> remarks(OpmlDocument list) {
        return list.problems().stream()
                .map(problem -> new Line(
                        problem.where(), null, problem.isTaken() ? Result.NOTED : Result.REFUSED, problem.why()))
                .toList();
    }

    /** How many lines came to a result. */
    public long count(Result result) {
        return lines.stream().filter(line -> line.result() == result).count();
    }
}
