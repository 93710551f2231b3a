package org.huizhu.local.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.huizhu.local.platform.Part;
import org.huizhu.local.platform.PlatformHome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartChecksTest {

    private static final long GIGA = 1L << 30;
    private static final Machine GOOD = new Machine(25, true, 50 * GIGA, 16 * GIGA);

    @TempDir
    Path directory;

    PlatformHome home;

    @BeforeEach
    void choosePorts() {
        // Beyond the range from which the system gives ports to others by itself.
        home = PlatformHome.at(directory).withPortOffset(20_000);
    }

    @Test
    void a_good_machine_has_no_problems() {
        assertThat(problems(GOOD, Part.values())).isEmpty();
    }

    @Test
    void names_the_process_that_holds_a_port() throws IOException {
        try (var taken = new ServerSocket(28_080, 1, InetAddress.getLoopbackAddress())) {

            assertThat(problems(GOOD, Part.GATEWAY))
                    .singleElement()
                    .asString()
                    .startsWith("Port " + taken.getLocalPort() + " (gateway) is held by '")
                    .contains("(pid " + ProcessHandle.current().pid() + ")")
                    .endsWith("choose other ports with ./huizhu up --port-offset 1000.");
            assertThat(problems(GOOD, Part.IDENTITY)).isEmpty();
        }
    }

    @Test
    void says_how_much_disk_lacks_and_where() {
        assertThat(problems(new Machine(25, true, 2 * GIGA, 16 * GIGA), Part.GATEWAY))
                .containsExactly("Only 2.0 GB of disk are free at " + directory
                        + " and 4.0 GB are needed: free some, or set HUIZHU_HOME to a directory on a larger disk.");
    }

    @Test
    void asks_only_for_the_memory_of_what_is_still_to_be_started() {
        var small = new Machine(25, true, 50 * GIGA, GIGA);

        assertThat(problems(small, Part.values()))
                .containsExactly("Only 1.0 GB of memory are free and 3.1 GB are needed: "
                        + "close other programs or give this machine more memory.");
        assertThat(problems(small, Part.GATEWAY)).isEmpty();
    }

    @Test
    void refuses_an_older_java_and_another_system_at_once() {
        assertThat(problems(new Machine(17, false, 50 * GIGA, 16 * GIGA), Part.GATEWAY))
                .hasSize(2)
                .first()
                .asString()
                .contains("this is Java 17")
                .contains("JAVA_HOME");
    }

    private List<String> problems(Machine machine, Part... parts) {
        return new StartChecks(home, machine).problems(List.of(parts));
    }
}
