package org.huizhu.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class CertificateOptionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void without_options_it_is_a_jobless_level_2_resident_of_a_dibao_household() {
        var body = body();

        assertThat(body.path("category").asString()).isEqualTo("LIMB");
        assertThat(body.path("level").asInt()).isEqualTo(2);
        assertThat(body.path("issuedOn").asString()).isEqualTo("2026-11-23");
        assertThat(body.path("household").path("income").asString()).isEqualTo("DIBAO");
        assertThat(body.path("employment").path("status").asString()).isEqualTo("JOBLESS");
        assertThat(body.path("person").path("idNumber").asString()).matches("6101031986\\d{7}[0-9X]");
        assertThat(body.has("guardian")).isTrue();
        assertThat(body.path("guardian").isNull()).isTrue();
    }

    @Test
    void each_field_can_be_said() {
        var body = body(
                "--category=MULTIPLE",
                "--component=LIMB:2",
                "--component=VISION:1",
                "--level=1",
                "--care-need=false",
                "--employment=none",
                "--guardian=SPOUSE",
                "--other-benefit=WORK_INJURY_CARE:2020-01-01",
                "--other-benefit=ORPHAN:2015-03-01:2019-02-01");

        assertThat(body.path("components").get(1).path("category").asString()).isEqualTo("VISION");
        assertThat(body.path("careNeed").path("needed").asBoolean()).isFalse();
        assertThat(body.has("employment")).isFalse();
        assertThat(body.path("guardian").path("kind").asString()).isEqualTo("SPOUSE");
        assertThat(body.path("otherBenefits").get(0).path("to").isNull()).isTrue();
        assertThat(body.path("otherBenefits").get(1).path("to").asString()).isEqualTo("2019-02-01");
    }

    private static JsonNode body(String... arguments) {
        var options = new CertificateOptions();
        new CommandLine(CommandLine.Model.CommandSpec.forAnnotatedObject(options)).parseArgs(arguments);
        return options.asJson(TODAY);
    }
}
