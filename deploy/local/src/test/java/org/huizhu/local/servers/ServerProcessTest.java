package org.huizhu.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {

    @TempDir
    Path directory;

    ServerHome home;

    @BeforeEach
    void chooseHome() {
        home = new ServerHome(directory, directory);
    }

    @Test
    void is_found_again_by_its_name() {
        var started = start("sleep 60");

        var found = ServerProcess.running(home, "sleeper").orElseThrow();

        assertThat(found.pid()).isEqualTo(started.pid());
        assertThat(found.memory()).isPositive();
        found.kill();
        assertThat(started.isAlive()).isFalse();
    }

    @Test
    void another_process_with_the_same_pid_does_not_count() throws IOException {
        var pidFile = home.pidFile("sleeper");
        Files.createDirectories(pidFile.getParent());
        Files.writeString(pidFile, ProcessHandle.current().pid() + " another-boot:12345\n");

        assertThat(ServerProcess.running(home, "sleeper")).isEmpty();
        assertThat(ServerProcess.last(home, "sleeper")).isPresent();
        ServerProcess.last(home, "sleeper").orElseThrow().stop(Duration.ofMillis(1));
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void a_killed_process_counts_as_dead_and_a_stopped_one_as_stopped() {
        var killed = start("sleep 60");
        killed.kill();
        var afterKill = ServerProcess.last(home, "sleeper");
        var stopped = start("sleep 60");
        stopped.stop(Duration.ofSeconds(5));

        assertThat(afterKill).isPresent();
        assertThat(ServerProcess.last(home, "sleeper")).isEmpty();
    }

    @Test
    void a_process_that_ignores_the_request_to_end_is_killed() {
        var stubborn = start("trap '' TERM; echo ready; while :; do sleep 1; done");
        stubborn.await(Duration.ofSeconds(10), () -> has(stubborn.log(), "ready"));

        stubborn.stop(Duration.ofMillis(300));

        assertThat(stubborn.isAlive()).isFalse();
    }

    @Test
    void dying_while_starting_is_told_with_the_last_lines() {
        var process = start("echo 'no such table'; exit 3");

        assertThatThrownBy(() -> process.await(Duration.ofSeconds(10), () -> false))
                .isInstanceOf(ServerFailed.class)
                .hasMessageStartingWith("sleeper died while starting")
                .hasMessageEndingWith("no such table");
    }

    @Test
    void not_getting_ready_is_told_too() {
        var process = start("sleep 60");

        assertThatThrownBy(() -> process.await(Duration.ofMillis(200), () -> false))
                .isInstanceOf(ServerFailed.class)
                .hasMessageContaining("was not ready");
        process.kill();
    }

    private ServerProcess start(String script) {
        return ServerProcess.start(home, "sleeper", List.of("sh", "-c", script), Map.of());
    }

    private static boolean has(Path log, String text) {
        try {
            return Files.readString(log).contains(text);
        } catch (IOException e) {
            return false;
        }
    }
}
