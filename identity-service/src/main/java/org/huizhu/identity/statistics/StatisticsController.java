package org.huizhu.identity.statistics;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.huizhu.identity.imports.TableFile;
import org.huizhu.identity.resident.StaffArea;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/identity/statistics")
class StatisticsController {

    private static final String READERS = "hasAnyRole('federation-officer', 'street-clerk', 'community-worker',"
            + " 'civil-affairs-officer', 'finance-officer', 'policy-officer', 'auditor')";

    private final CountHolders countHolders;
    private final InstantSource clock;

    StatisticsController(CountHolders countHolders, InstantSource clock) {
        this.countHolders = countHolders;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize(READERS)
    Statistic read(
            @RequestParam(defaultValue = "HOLDERS") Measure measure,
            @RequestParam(defaultValue = "CATEGORY") Dimension by,
            @RequestParam(required = false) @Nullable Dimension and,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return countHolders.count(question(measure, by, and, area, from, to));
    }

    @GetMapping("/table.csv")
    @PreAuthorize(READERS)
    void csv(
            @RequestParam(defaultValue = "HOLDERS") Measure measure,
            @RequestParam(defaultValue = "CATEGORY") Dimension by,
            @RequestParam(required = false) @Nullable Dimension and,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            HttpServletResponse response)
            throws IOException {
        Statistic statistic = countHolders.count(question(measure, by, and, area, from, to));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statistics.csv\"");
        try (TableFile file = TableFile.csv(response.getOutputStream())) {
            write(statistic, file);
        }
    }

    @GetMapping("/table.xlsx")
    @PreAuthorize(READERS)
    void xlsx(
            @RequestParam(defaultValue = "HOLDERS") Measure measure,
            @RequestParam(defaultValue = "CATEGORY") Dimension by,
            @RequestParam(required = false) @Nullable Dimension and,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            HttpServletResponse response)
            throws IOException {
        Statistic statistic = countHolders.count(question(measure, by, and, area, from, to));
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statistics.xlsx\"");
        try (TableFile file = TableFile.xlsx(response.getOutputStream())) {
            write(statistic, file);
        }
    }

    private static void write(Statistic statistic, TableFile file) throws IOException {
        for (List<String> line : statistic.lines()) {
            file.row(line);
        }
    }

    private CountHolders.Question question(
            Measure measure,
            Dimension by,
            @Nullable Dimension and,
            @Nullable String area,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        String own = StaffArea.of(Caller.current());
        if (area != null && own != null && !area.startsWith(own)) {
            throw Problem.faults("statistics-invalid", List.of(Fault.of("area", "statistics-area")));
        }
        if (by == and) {
            throw Problem.faults("statistics-invalid", List.of(Fault.of("and", "dimension-twice")));
        }
        if (!measure.isOfMatters() && (by == Dimension.STEP || and == Dimension.STEP)) {
            throw Problem.faults(
                    "statistics-invalid",
                    List.of(Fault.of(by == Dimension.STEP ? "by" : "and", "dimension-of-matters", Measure.OVERDUE)));
        }
        LocalDate today = Shanghai.today(clock);
        LocalDate last = Objects.requireNonNullElse(to, today);
        LocalDate first = Objects.requireNonNullElse(from, last.withDayOfYear(1));
        if (last.isBefore(first)) {
            throw Problem.faults("statistics-invalid", List.of(Fault.of("to", "period-backwards")));
        }
        return new CountHolders.Question(measure, by, and, area == null ? own : area, first, last);
    }
}
