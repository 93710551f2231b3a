package org.huizhu.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huizhu.local.servers.Distribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {

    private static final Path PROJECT = Distribution.project();
    private static final Path SUBSIDY = PROJECT.resolve("subsidy-service/src/main/resources/rules");
    private static final Path TESTS = PROJECT.resolve("subsidy-service/src/test/resources/rules-tests");

    private record Said(int exitCode, String text) {}

    @TempDir
    Path directory;

    @Test
    void without_a_subcommand_it_shows_what_there_is() {
        assertThat(run("rules").text()).contains("check ", "test ", "rehearse ");
        assertThat(run("rules", "test", "--help").text()).contains("--packs").contains("--pack=");
    }

    @Test
    void good_packs_have_no_faults() {
        var said = run("rules", "check", SUBSIDY.toString());

        assertThat(said.text()).matches("\\d+ packs, no faults.\n");
        assertThat(said.exitCode()).isZero();
    }

    @Test
    void packs_about_employers_are_held_against_the_facts_of_employers() throws IOException {
        var levy = PROJECT.resolve("employment-service/src/main/resources/rules/employment-levy-XA-2023.yaml");
        var bad = copy(levy, "averageWage", "averageWages");

        assertThat(run("rules", "check", levy.toString()).text()).isEqualTo("1 pack, no faults.\n");
        assertThat(run("rules", "check", bad.toString()).text()).contains("'averageWages'");
    }

    @Test
    void every_fault_is_one_line_with_file_line_and_remedy() throws IOException {
        var pack = copy(SUBSIDY.resolve("living-subsidy-XA-2024.yaml"), "hukou.area", "hukou.aera");

        var said = run("rules", "check", pack.toString());

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.text().lines().findFirst().orElseThrow())
                .startsWith(pack + ":")
                .contains("unknown fact or parameter 'hukou.aera' → use one of")
                .contains("hukou.area");
        assertThat(said.text()).endsWith("1 fault in 1 file.\n");
    }

    @Test
    void what_is_not_there_or_holds_no_pack_is_refused() throws IOException {
        assertThat(run("rules", "check", "nowhere.yaml").text()).contains("There is no file nowhere.yaml");
        assertThat(run("rules", "check", directory.toString()).text()).contains("There is no .yaml file in");
        assertThat(run("rules", "test", "nowhere.yaml").exitCode()).isEqualTo(1);
    }

    @Test
    void rule_tests_run_over_the_packs_of_the_services() {
        var said = run("rules", "test", TESTS.resolve("living-subsidy.yaml").toString());

        assertThat(said.text()).contains("ok    ").doesNotContain("FAIL");
        assertThat(said.text()).containsPattern("\\n\\d+ passed, 0 failed\\n$");
        assertThat(said.exitCode()).isZero();
    }

    @Test
    void every_rule_test_of_the_services_passes() throws IOException {
        try (var modules = Files.list(PROJECT)) {
            for (var tests : modules.map(module -> module.resolve("src/test/resources/rules-tests"))
                    .filter(Files::isDirectory)
                    .toList()) {
                assertThat(run("rules", "test", tests.toString()).text()).contains(" passed, 0 failed");
            }
        }
    }

    @Test
    void a_pack_can_be_tried_in_place_of_the_one_of_its_name() throws IOException {
        var pack = copy(
                SUBSIDY.resolve("living-subsidy-XA-2024.yaml"), "{minor: 110, adult: 100}", "{minor: 110, adult: 130}");

        var said = run("rules", "test", TESTS.resolve("living-subsidy.yaml").toString(), "--pack", pack.toString());

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.text())
                .contains("FAIL  ")
                .contains("        amount should be 100.00 but is 130.00")
                .containsPattern("\\d+ passed, [1-9]\\d* failed\n$");
    }

    @Test
    void packs_of_another_folder_can_be_tested() throws IOException {
        copy(SUBSIDY.resolve("living-subsidy-XA-2024.yaml"), "", "");
        var tests = directory.resolve("tests");
        Files.createDirectory(tests);
        Files.writeString(tests.resolve("one.yaml"), """
                programme: living-subsidy
                given: {deceasedOn: null}
                cases:
                  - {name: nothing is known, on: 2026-11-23, expect: {outcome: NEEDS_INFORMATION}}
                  - {name: nothing else, on: 2026-11-23, facts: {hukou: {area: '110101'}}, expect: {outcome: ELIGIBLE}}
                """);

        var said = run("rules", "test", tests.toString(), "--packs", directory.toString());

        assertThat(said.text())
                .contains("one.yaml:4  nothing is known")
                .contains("outcome should be ELIGIBLE but is NOT_ELIGIBLE")
                .endsWith("1 passed, 1 failed\n");
    }

    @Test
    void faulty_tests_are_told_like_faulty_packs() throws IOException {
        var tests = directory.resolve("bad.yaml");
        Files.writeString(tests, "programme: living-subsidy\ncases:\n  - {name: x, facts: {hukuo: 1}}\n");

        var said = run("rules", "test", tests.toString());

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.text()).contains(tests + ":3: unknown fact 'hukuo'").contains("the case has no day");
    }

    @Test
    void a_draft_with_faults_is_not_even_sent_and_a_good_one_needs_the_platform() throws IOException {
        var bad = copy(SUBSIDY.resolve("living-subsidy-XA-2024.yaml"), "hukou.area", "hukou.aera");

        assertThat(run("rules", "rehearse", bad.toString(), "--home", directory.toString())
                        .text())
                .contains("1 fault in 1 file.");
        assertThat(run(
                                "rules",
                                "rehearse",
                                SUBSIDY.resolve("living-subsidy-XA-2024.yaml").toString(),
                                "--home",
                                directory.toString())
                        .text())
                .isEqualTo("The platform is not up: start it with ./huizhu up.\n");
    }

    private Path copy(Path pack, String what, String by) throws IOException {
        var copy = directory.resolve(pack.getFileName());
        return Files.writeString(copy, Files.readString(pack).replace(what, by));
    }

    private static Said run(String... arguments) {
        var text = new StringWriter();
        var exitCode = Huizhu.run(new PrintWriter(text, true), arguments);
        return new Said(exitCode, text.toString());
    }
}
