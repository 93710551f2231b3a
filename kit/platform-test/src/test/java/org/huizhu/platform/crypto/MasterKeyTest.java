package org.huizhu.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.test.servers.TestServers;
import org.huizhu.platform.test.servers.WithServers;
import org.huizhu.platform.testapp.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WithServers(database = "master")
@SpringBootTest(classes = TestService.class, properties = "spring.kafka.listener.auto-startup=false")
class MasterKeyTest {

    private static final String CONTEXT = "resident.name:1";

    @Autowired
    Sealer sealer;

    @Autowired
    Proof proof;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path directory;

    @Test
    void data_keys_move_to_a_new_master_key_and_data_stay_as_they_are() throws IOException {
        byte[] sealed = sealer.seal("王小明", CONTEXT);
        byte[] fingerprint = sealer.fingerprint("王小明");
        byte[] proven = proof.of(sealed);
        Path file = Files.copy(TestServers.masterKeyFile(), directory.resolve("master-key"));
        Path old = Files.copy(TestServers.masterKeyFile(), directory.resolve("old"));
        Path next = Files.writeString(directory.resolve("master-key.next"), "5a".repeat(32));

        int rewrapped = keys(file).rewrap();

        assertThat(rewrapped).isGreaterThanOrEqualTo(3);
        assertThat(keys(file).rewrap()).isZero();
        assertThat(database.sql("SELECT COUNT(DISTINCT master_id) FROM data_key")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(sealerOf(file).open(sealed, CONTEXT)).isEqualTo("王小明");
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(sealerOf(file).open(sealed, CONTEXT)).isEqualTo("王小明");
        assertThat(sealerOf(file).fingerprint("王小明")).isEqualTo(fingerprint);
        assertThat(new Proof(keys(file)).holds(sealed, proven)).isTrue();
        assertThatThrownBy(() -> sealerOf(old)).hasMessageContaining("another master key");
        backToTheOld(file, old);
    }

    /** The context still has its own file, and closes with it. */
    private void backToTheOld(Path file, Path old) throws IOException {
        Files.copy(old, directory.resolve("master-key.next"));
        keys(file).rewrap();
    }

    @Test
    void says_what_to_do_when_no_new_master_key_lies_ready() throws IOException {
        Path file = Files.copy(TestServers.masterKeyFile(), directory.resolve("master-key"));

        assertThatThrownBy(() -> keys(file).rewrap())
                .isInstanceOf(Problem.class)
                .hasMessage("no-next-master-key");
    }

    @Test
    void a_proof_holds_for_what_it_was_made_of_only() {
        byte[] content = {1, 2, 3};
        byte[] made = proof.of(content);

        assertThat(proof.holds(content, made)).isTrue();
        assertThat(proof.holds(new byte[] {1, 2, 4}, made)).isFalse();
        assertThat(proof.holds(content, null)).isFalse();
    }

    @Test
    void a_newer_key_of_another_instance_is_taken_without_a_restart() {
        var running = new Sealer(keys(TestServers.masterKeyFile()), new SecureRandom(), Duration.ZERO);
        byte[] before = running.seal("王小明", CONTEXT);

        Integer newer =
                transaction.execute(status -> keys(TestServers.masterKeyFile()).renewSealingKey());
        var other = new Sealer(keys(TestServers.masterKeyFile()), new SecureRandom(), Duration.ofDays(1));
        byte[] elsewhere = other.seal("李小红", CONTEXT);

        assertThat(Sealer.keyOf(elsewhere)).isEqualTo(newer);
        assertThat(sealer.open(elsewhere, CONTEXT)).isEqualTo("李小红");
        assertThat(Sealer.keyOf(running.seal("王小明", CONTEXT))).isEqualTo(newer);
        assertThat(running.open(before, CONTEXT)).isEqualTo("王小明");
    }

    private Sealer sealerOf(Path file) {
        return new Sealer(keys(file), new SecureRandom(), Duration.ofDays(1));
    }

    private DataKeys keys(Path file) {
        return new DataKeys(database, transaction, new MasterKeys(file), new SecureRandom(), InstantSource.system());
    }
}
