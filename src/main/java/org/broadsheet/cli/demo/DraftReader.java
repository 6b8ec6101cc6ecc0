package org.broadsheet.cli.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads drafts from the text form that the head of {@code demo/stories.txt} explains. Fails on a line it cannot place. */
final class DraftReader {
    private static final Pattern PLACE = Pattern.compile("(\\S+) ([+-]\\d+)([ms])");

    private final List<Draft> drafts = new ArrayList<>();
    private String key = "";
    private List<Paper> papers = List.of();
    private @Nullable Duration offset;
    private List<String> headlines = new ArrayList<>();
    private String author = "";
    private List<String> tags = List.of();
    private Draft.@Nullable Figure figure;
    private String sound = "";
    private StringBuilder body = new StringBuilder();

    private DraftReader() {}

    static List<Draft> read(List<String> lines) {
        DraftReader reader = new DraftReader();
        lines.stream()
                .filter(line -> !line.startsWith("% ") && !line.equals("%") && !line.startsWith("~ "))
                .forEach(reader::take);
        reader.finish();
        return List.copyOf(reader.drafts);
    }

    private void take(String line) {
        if (line.startsWith("=== ")) {
            finish();
            key = line.substring(4);
        } else if (line.startsWith("@ ")) {
            finish();
            place(line.substring(2));
        } else if (!body.isEmpty() || !head(line)) {
            body.append(line).append('\n');
        }
    }

    private void place(String text) {
        Matcher place = PLACE.matcher(text);
        if (place.matches()) {
            long count = Long.parseLong(place.group(2));
            offset = place.group(3).equals("m") ? Duration.ofMinutes(count) : Duration.ofSeconds(count);
            papers = List.of(paper(place.group(1)));
        } else {
            offset = null;
            papers = Arrays.stream(text.split(", ")).map(DraftReader::paper).toList();
        }
    }

    private static Paper paper(String slug) {
        return Paper.named(slug).orElseThrow(() -> new IllegalArgumentException("no such paper: " + slug));
    }

    private boolean head(String line) {
        if (line.startsWith("# ")) {
            headlines.add(line.substring(2));
        } else if (line.startsWith("by ")) {
            author = line.substring(3);
        } else if (line.startsWith("tags ")) {
            tags = List.of(line.substring(5).split(", "));
        } else if (line.startsWith("picture ")) {
            String[] parts = line.substring(8).split(" \\| ", 3);
            figure = new Draft.Figure(parts[0], parts[1], parts[2]);
        } else if (line.startsWith("sound ")) {
            sound = line.substring(6);
        } else {
            return line.isEmpty();
        }
        return true;
    }

    private void finish() {
        if (!headlines.isEmpty()) {
            drafts.add(new Draft(
                    key,
                    papers,
                    offset,
                    headlines,
                    author,
                    tags,
                    figure,
                    sound,
                    body.toString().strip()));
        }
        headlines = new ArrayList<>();
        author = "";
        tags = List.of();
        figure = null;
        sound = "";
        body = new StringBuilder();
    }
}
