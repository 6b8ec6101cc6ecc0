package org.broadsheet.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.LoggerFactory;

/**
 * What a running server leaves in its data folder, so that commands can ask it instead of opening its store.
 *
 * @param address where it listens
 * @param token what proves that the asker may read the data folder
 */
record ServerFile(URI address, String token) {
    private static final String NAME = "server.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    static ServerFile write(Path dataDir, URI address) throws IOException {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        ServerFile file =
                new ServerFile(address, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        Path fresh = Files.createTempFile(dataDir, "server", ".tmp", ownerOnly(dataDir));
        JSON.writeValue(fresh.toFile(), Map.of("address", address.toString(), "token", file.token));
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
            JsonNode file = JSON.readTree(dataDir.resolve(NAME).toFile());
            return Optional.of(new ServerFile(
                    URI.create(file.path("address").asText()),
                    file.path("token").asText()));
        } catch (IOException e) {
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
