package org.huizhu.platform.crypto;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The master key in force and, while it is being changed, the one that comes after it: read anew whenever asked. */
final class MasterKeys {

    private final Path file;

    MasterKeys(Path file) {
        this.file = file;
    }

    MasterKey current() {
        return MasterKey.read(file);
    }

    /** The one that lies ready to take over. */
    Optional<MasterKey> next() {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        return Files.exists(next) ? Optional.of(MasterKey.read(next)) : Optional.empty();
    }

    /**
     * The one of that id; without an id the current one.
     *
     * @throws IllegalStateException if neither file holds it
     */
    MasterKey of(@Nullable String id) {
        MasterKey current = current();
        if (id == null || id.equals(current.id())) {
            return current;
        }
        return next().filter(key -> key.id().equals(id))
                .orElseThrow(() -> new IllegalStateException(
                        "the data keys are wrapped by another master key than the one in the file"));
    }
}
