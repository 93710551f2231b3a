package org.huizhu.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HuizhuTest {

    private record Said(int exitCode, String text) {}

    @TempDir
    Path directory;

    @Test
    void help_names_every_command() {
        var said = run("help");

        assertThat(said.exitCode()).isZero();
        assertThat(said.text())
                .contains("  up ", "  down ", "  status ", "  logs ", "  import ", "  issue ", "  test ", "  bench ")
                .contains("  rules ", "  audit ", "  keys ", "  reset ", "  help ");
    }

    @Test
    void without_a_command_it_shows_the_help() {
        assertThat(run().text()).startsWith("Usage: ./huizhu <command>");
    }

    @Test
    void an_unknown_command_is_told_with_what_it_may_have_meant() {
        var said = run("statsu");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.text()).contains("statsu").contains("status");
    }

    @Test
    void status_of_a_platform_that_was_never_started_says_stopped() {
        var said = atHome("status");

        assertThat(said.exitCode()).isZero();
        assertThat(said.text().lines().filter(line -> line.contains("stopped"))).hasSize(9);
    }

    @Test
    void down_says_that_nothing_runs() {
        assertThat(atHome("down").text()).isEqualTo("Nothing is running.\n");
    }

    @Test
    void commands_that_need_the_platform_say_how_to_start_it() {
        var said = atHome("issue");

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.text()).isEqualTo("The platform is not up: start it with ./huizhu up.\n");
    }

    @Test
    void logs_of_an_unknown_part_names_the_parts() {
        assertThat(atHome("logs", "postgres").text())
                .contains("There is no part 'postgres'")
                .contains("mariadb");
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        assertThat(atHome("import", "nowhere.csv").text()).contains("no readable file nowhere.csv");
    }

    @Test
    void reset_deletes_nothing_unasked() {
        var said = atHome("reset");

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.text()).contains("--yes");
    }

    private Said atHome(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--home");
        all.add(directory.toString());
        return run(all.toArray(String[]::new));
    }

    private static Said run(String... arguments) {
        var text = new StringWriter();
        var exitCode = Huizhu.run(new PrintWriter(text, true), arguments);
        return new Said(exitCode, text.toString());
    }
}
