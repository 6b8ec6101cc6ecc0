package org.broadsheet.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * H2's file in the data folder. It is made and upgraded in a folder of its own and then put in its place: H2 commits each
 * statement of a migration by itself, so that a process killed between two would leave a store that is neither old nor new.
 */
final class StoreFile {
    private static final String NAME = "broadsheet";
    private static final String FILE = NAME + ".mv.db";
    private static final String MAKING = "being-made-";

    private final Path folder;

    /** The file of a folder that exists. */
    StoreFile(Path folder) {
        this.folder = folder;
    }

    static String url(Path folder) {
        return "jdbc:h2:file:" + folder.toAbsolutePath().resolve(NAME)
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;MAX_COMPACT_TIME=0";
    }

    boolean exists() {
        return Files.exists(folder.resolve(FILE));
    }

    /** A folder for the next version of the file, with a copy of it where there is one. */
    Path next() throws IOException {
        Path next = Files.createTempDirectory(folder, MAKING);
        if (exists()) {
            Files.copy(folder.resolve(FILE), next.resolve(FILE));
        }
        return next;
    }

    /** Puts the file of such a folder, which nobody has open any more, in its place. */
    void replaceBy(Path next) throws IOException {
        try (FileChannel file = FileChannel.open(next.resolve(FILE), StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(next.resolve(FILE), folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        remove(next);
    }

    /** Removes what killed processes left. */
    void tidyUp() throws IOException {
        each(folder, MAKING + "*", StoreFile::remove);
    }

    private static void remove(Path next) {
        try {
            each(next, "*", file -> file.toFile().delete());
            Files.delete(next);
        } catch (IOException e) {
            // It takes room, and the next start tries again.
        }
    }

    private static void each(Path folder, String names, Consumer<Path> act) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, names)) {
            found.forEach(act);
        }
    }
}
