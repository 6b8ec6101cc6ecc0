package org.broadsheet.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * All that the newsroom can write about.
 *
 * @param stories written out, each with its hour
 * @param words what a form's open places are filled with, by name
 */
record Material(List<Draft> stories, List<Draft> forms, Map<String, List<String>> words) {

    static Material read() {
        List<String> forms = lines("/demo/forms.txt");
        return new Material(DraftReader.read(lines("/demo/stories.txt")), DraftReader.read(forms), words(forms));
    }

    private static Map<String, List<String>> words(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("~ "))
                .map(line -> line.substring(2).split(" = "))
                .collect(Collectors.toMap(parts -> parts[0], parts -> Arrays.asList(parts[1].split(" \\| "))));
    }

    List<Draft> storiesOf(Paper paper) {
        return stories.stream().filter(draft -> draft.papers().contains(paper)).toList();
    }

    List<Draft> formsOf(Paper paper) {
        return forms.stream().filter(draft -> draft.papers().contains(paper)).toList();
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(Material.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource, unreadable);
        }
    }
}
