package org.broadsheet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The documents below a folder, without the notes that lie beside them. */
public record Corpus(List<byte[]> documents) {
    /** Feeds of our own, which every checkout has. */
    public static final Path OWN = Path.of("src/test/resources/feeds");

    public static Corpus in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<byte[]> documents = new ArrayList<>();
            for (Path file : files.filter(Corpus::isDocument).sorted().toList()) {
                documents.add(Files.readAllBytes(file));
            }
            return new Corpus(List.copyOf(documents));
        }
    }

    private static boolean isDocument(Path file) {
        return Files.isRegularFile(file) && !file.toString().matches(".*\\.(?:facts|headers|output|txt)");
    }
}
