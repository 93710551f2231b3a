package org.huizhu.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path directory;

    @Test
    void a_secret_is_made_once_and_only_its_owner_may_read_it() throws IOException {
        var secrets = new Secrets(directory.resolve("secrets"));

        var first = secrets.value("master-key");

        assertThat(first).matches("[0-9a-f]{64}");
        assertThat(secrets.value("master-key")).isEqualTo(first);
        assertThat(secrets.value("other")).isNotEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.file("master-key"))))
                .isEqualTo("rw-------");
    }
}
