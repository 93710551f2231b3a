package org.huizhu.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RehearsalReportTest {

    @Test
    void says_who_gains_and_loses_and_what_it_costs() {
        var report = report("""
                {"status":"DONE","residents":8000,"seconds":1.9,"gains":120,"losses":3,"changedAmounts":7,
                 "monthlyBefore":"812300.00","monthlyAfter":824300,"monthlyDifference":"12000.00","yearlyDifference":144000,
                 "groups":[{"by":"street","key":"610103001","gains":20,"losses":0,"difference":"2000.00"},
                           {"by":"street","key":"610103002","gains":1,"losses":3,"difference":-200},
                           {"by":"level","key":"3","gains":120,"losses":0,"difference":12000}]}""");

        assertThat(report.headline()).isEqualTo("8,000 residents in 1.9 s");
        assertThat(printed(report))
                .contains("120 gain, 3 lose, 7 get another amount.")
                .contains("A month: 812,300.00 → 824,300.00 yuan (+12,000.00). A year: +144,000.00 yuan.")
                .containsPattern("By street +gain +lose +yuan a month")
                .containsPattern("610103002 +1 +3 +-200.00")
                .containsPattern("By level");
    }

    @Test
    void sums_that_cannot_be_told_by_the_month_are_told_side_by_side() {
        var report = report("""
                {"status":"DONE","monthlyBefore":null,"monthlyAfter":null,"monthlyDifference":null,"yearlyDifference":null,
                 "differencePer":"day","before":{"total":"140.00","period":"day"},"after":{"total":"155.00","period":"day"},
                 "groups":[{"by":"level","key":"3","gains":1,"losses":0,"difference":"15.00"}]}""");

        assertThat(printed(report)).contains("Before: 140.00 yuan per day. After: 155.00 yuan per day.", "yuan a day");
    }

    @Test
    void a_rehearsal_that_failed_says_where_to_look() {
        var report = report("{\"status\":\"FAILED\"}");

        assertThat(report.headline()).contains("./huizhu logs");
        assertThat(printed(report)).isEmpty();
    }

    private static RehearsalReport report(String json) {
        return new RehearsalReport(new JsonMapper().readTree(json));
    }

    private static String printed(RehearsalReport report) {
        var text = new StringWriter();
        report.print(new PrintWriter(text, true));
        return text.toString();
    }
}
