package org.huizhu.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The golden files: each is, byte for byte, what stands in a record's value (and a final line feed). */
record Golden(String name, String json, Schemas schema, Class<?> type) {

    private static final Path FILES = Path.of("src/test/resources/golden");

    static List<Golden> all() {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.sorted().map(Golden::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Golden named(String name) {
        return read(FILES.resolve(name + ".json"));
    }

    private static Golden read(Path file) {
        try {
            String name = file.getFileName().toString().replaceFirst("\\.json$", "");
            String json = Files.readString(file).replaceFirst("\n$", "");
            if (name.startsWith("audit.")) {
                return new Golden(name, json, Schemas.AUDIT_ANCHORED, AuditAnchored.class);
            }
            if (name.startsWith("delegation.")) {
                return new Golden(name, json, Schemas.RESIDENT_DELEGATIONS, ResidentDelegations.class);
            }
            if (name.startsWith("certificate-matter.")) {
                return new Golden(name, json, Schemas.CERTIFICATE_MATTER, CertificateMatterMoved.class);
            }
            return name.startsWith("decisions.")
                    ? new Golden(name, json, Schemas.DECISIONS_CHANGED, DecisionsChanged.class)
                    : new Golden(name, json, Schemas.RESIDENT_FACTS, ResidentFacts.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
