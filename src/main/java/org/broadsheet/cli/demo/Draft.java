package org.broadsheet.cli.demo;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article as it stands in the material: written out, or a form with open places.
 *
 * @param offset when it appears, counted from the start of the newsroom; null for a form, which is used again and again
 * @param headlines one, or those that a form may have
 * @param author maybe empty
 * @param sound the title of a recording that goes with it, maybe empty
 * @param body paragraphs with a line of nothing between them, in the markup that {@link Copy} reads
 */
record Draft(
        String key,
        List<Paper> papers,
        @Nullable Duration offset,
        List<String> headlines,
        String author,
        List<String> tags,
        @Nullable Figure figure,
        String sound,
        String body) {

    /** A picture of the newsroom's own making; {@code kind} is a landscape that {@link Picture} can paint. */
    record Figure(String kind, String caption, String credit) {}
}
