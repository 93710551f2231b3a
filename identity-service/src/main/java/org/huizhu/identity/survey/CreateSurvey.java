package org.huizhu.identity.survey;

import java.time.LocalDate;
import org.huizhu.identity.certificate.Findings;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins the survey of a year in an area: one each. */
@Component
class CreateSurvey {

    private static final int EARLIEST = 2020;
    private static final int LATEST = 2100;

    private final Surveys surveys;
    private final Atomically atomically;
    private final AuditLog audit;

    CreateSurvey(Surveys surveys, Atomically atomically, AuditLog audit) {
        this.surveys = surveys;
        this.atomically = atomically;
        this.audit = audit;
    }

    /** {@code area}: the caller's own if there is none. */
    record Request(
            @Nullable Integer year,
            @Nullable String area,
            @Nullable String from,
            @Nullable String to) {}

    String create(Request request, @Nullable String callersArea) {
        var findings = new Findings();
        Integer year = request.year();
        if (year == null) {
            findings.required("year", null);
        } else if (year < EARLIEST || year > LATEST) {
            findings.add("year", "survey-year", Integer.toString(EARLIEST), Integer.toString(LATEST));
        }
        String area = request.area() == null ? callersArea : request.area();
        if (area == null || !area.matches("[0-9]{6}|[0-9]{9}|[0-9]{12}")) {
            findings.add("area", "area-malformed");
        } else if (callersArea != null && !area.startsWith(callersArea)) {
            findings.add("area", "outside-area");
        }
        findings.required("from", request.from());
        findings.required("to", request.to());
        LocalDate from = findings.day("from", request.from());
        LocalDate to = findings.day("to", request.to());
        if (from != null && to != null && to.isBefore(from)) {
            findings.add("to", "period-backwards");
        }
        if (year == null || area == null || from == null || to == null || !findings.isEmpty()) {
            throw Problem.faults("survey-invalid", findings.faults());
        }
        return atomically.run(() -> {
            if (surveys.exists(area, year)) {
                throw Problem.conflict("survey-exists", area, Integer.toString(year));
            }
            String id = surveys.add(year, area, from, to);
            audit.record("survey.create", "survey", id);
            return id;
        });
    }
}
