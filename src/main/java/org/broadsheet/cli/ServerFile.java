package org.broadsheet.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.LoggerFactory;

/**
 * What a running server leaves in its data folder, so that commands can ask it instead of opening its store: a file
 * "server" of two lines.
 *
 * @param address where it listens
 * @param token what proves that the asker may read the data folder
 */
record ServerFile(URI address, String token) {
    private static final String NAME = "server";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    static ServerFile write(Path dataDir, URI address) throws IOException {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        ServerFile file =
                new ServerFile(address, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        Files.createDirectories(dataDir);
        Path fresh = Files.createTempFile(dataDir, NAME, ".tmp", ownerOnly(dataDir));
        Files.write(fresh, List.of(address.toString(), file.token));
        Files.move(fresh, dataDir.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
        return file;
    }

    private static FileAttribute<?>[] ownerOnly(Path dir) {
        boolean posix = dir.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    /** What the last server left; it may have been killed since. */
    static Optional<ServerFile> read(Path dataDir) {
        try {
            List<String> lines = Files.readAllLines(dataDir.resolve(NAME));
            return lines.size() < 2
                    ? Optional.empty()
                    : Optional.of(new ServerFile(URI.create(lines.get(0)), lines.get(1)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Takes it away; where that fails, the next command finds nobody there and goes on. */
    static void delete(Path dataDir) {
        try {
            Files.deleteIfExists(dataDir.resolve(NAME));
        } catch (IOException e) {
            LoggerFactory.getLogger(ServerFile.class).warn("{} could not be deleted: {}", NAME, e.getMessage());
        }
    }
}
