package org.broadsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The import table of the house, read from ARCHITECTURE.md, and what breaks it in a source tree.
 *
 * @param allowed for each package below the root, the packages that it may import
 */
record Layers(Map<String, Set<String>> allowed) {
    private static final String ROOT = "org.broadsheet";
    private static final Pattern ROW = Pattern.compile("(?m)^([a-z.]+) *-> *([a-z. *]*)$");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?" + Pattern.quote(ROOT) + "\\.([\\w.]+);");

    static Layers of(String architecture) {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        Matcher row = ROW.matcher(architecture);
        while (row.find()) {
            Set<String> below = new TreeSet<>(Arrays.asList(row.group(2).strip().split(" +")));
            below.remove("");
            table.put(row.group(1), below);
        }
        return new Layers(table);
    }

    List<String> violations(Path sources) {
        List<String> violations = new ArrayList<>();
        for (Path file : javaFiles(sources)) {
            violations.addAll(violations(file.getFileName().toString(), read(file)));
        }
        return violations;
    }

    /** What in one file breaks the table, one line each. */
    List<String> violations(String file, String source) {
        String from = find(PACKAGE, source).map(Layers::below).orElse("");
        if (from.isEmpty()) {
            return List.of();
        }
        Set<String> may = allowed.get(from);
        if (may == null) {
            return List.of(file + ": package " + from + " is not in the table of ARCHITECTURE.md");
        }
        List<String> violations = new ArrayList<>();
        Matcher imports = IMPORT.matcher(source);
        while (imports.find()) {
            String to = packageOf(imports.group(1));
            if (!to.equals(from) && !may.contains("*") && !may.contains(to)) {
                violations.add(file + ": " + from + " must not import " + to);
            }
        }
        return violations;
    }

    private static String below(String name) {
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
    }

    /** The part of an imported name that is written small: its package. */
    private static String packageOf(String imported) {
        return Arrays.stream(imported.split("\\."))
                .takeWhile(part -> Character.isLowerCase(part.charAt(0)))
                .reduce((outer, inner) -> outer + "." + inner)
                .orElse("");
    }

    private static Optional<String> find(Pattern pattern, String source) {
        Matcher matcher = pattern.matcher(source);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    static List<Path> javaFiles(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
