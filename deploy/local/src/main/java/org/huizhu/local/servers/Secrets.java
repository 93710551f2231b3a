package org.huizhu.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Random secrets, made when first asked for and kept in files that only their owner can read. */
public record Secrets(Path directory) {

    /** The named secret: 32 random bytes as lower-case hex. */
    public String value(String name) {
        try {
            return Files.readString(file(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file that holds the named secret. */
    public Path file(String name) {
        // Parts start side by side; two that ask for the same secret must get the same.
        synchronized (Secrets.class) {
            var file = directory.resolve(name);
            if (!Files.exists(file)) {
                var bytes = new byte[32];
                new SecureRandom().nextBytes(bytes);
                write(name, HexFormat.of().formatHex(bytes));
            }
            return file;
        }
    }

    /** Keeps this content under the name, in place of what was there. */
    public Path write(String name, String content) {
        try {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            // Written under another name first, so that a reader never meets half a secret.
            var part = Files.createTempFile(directory, name, ".part");
            Files.writeString(part, content);
            return Files.move(part, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
