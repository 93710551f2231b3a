package org.huizhu.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huizhu.local.servers.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyChangeTest {

    private static final String KEY = "ab".repeat(32);

    @TempDir
    Path directory;

    @Test
    void both_keys_lie_there_until_the_new_one_is_put_in_place() throws IOException {
        var secrets = new Secrets(directory.resolve("secrets"));
        var old = secrets.value("master-key");
        var change = MasterKeyChange.to(file(KEY + "\n"));

        change.layReady(secrets);
        assertThat(secrets.value("master-key")).isEqualTo(old);
        assertThat(secrets.value("master-key.next")).isEqualTo(KEY);
        var kept = change.putInPlace(secrets);

        assertThat(secrets.value("master-key")).isEqualTo(KEY);
        assertThat(kept).hasContent(old);
        assertThat(directory.resolve("secrets/master-key.next")).doesNotExist();
    }

    @Test
    void given_again_after_it_was_broken_off_it_goes_on_and_keeps_the_old_key() throws IOException {
        var secrets = new Secrets(directory.resolve("secrets"));
        var old = secrets.value("master-key");
        var change = MasterKeyChange.to(file(KEY));
        change.layReady(secrets);
        change.putInPlace(secrets);

        change.layReady(secrets);
        change.putInPlace(secrets);

        assertThat(secrets.value("master-key.previous")).isEqualTo(old);
        assertThat(secrets.value("master-key")).isEqualTo(KEY);
    }

    @Test
    void refuses_another_key_while_a_change_is_under_way() throws IOException {
        var secrets = new Secrets(directory.resolve("secrets"));
        MasterKeyChange.to(file(KEY)).layReady(secrets);
        var other = MasterKeyChange.to(file("cd".repeat(32)));

        assertThatThrownBy(() -> other.layReady(secrets))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("under way");
    }

    @Test
    void refuses_a_file_that_holds_no_key() throws IOException {
        var file = file("secret");

        assertThatThrownBy(() -> MasterKeyChange.to(file)).isInstanceOf(Refusal.class);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("new-" + content.hashCode()), content);
    }
}
