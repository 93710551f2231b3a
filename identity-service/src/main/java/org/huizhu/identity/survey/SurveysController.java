package org.huizhu.identity.survey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.huizhu.identity.imports.RegistrationTable;
import org.huizhu.identity.imports.TableFile;
import org.huizhu.identity.imports.UploadedFile;
import org.huizhu.identity.resident.StaffArea;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/identity")
class SurveysController {

    private static final String WORKERS = "hasAnyRole('federation-officer', 'street-clerk', 'community-worker')";
    private static final String DECIDERS = "hasAnyRole('federation-officer', 'street-clerk')";
    private static final int LARGEST_PAGE = 200;
    private static final int PAGE = 500;

    private final CreateSurvey createSurvey;
    private final Surveys surveys;
    private final ExportSurvey exportSurvey;
    private final TakeSurveyFile takeSurveyFile;
    private final DecideDifferences decideDifferences;
    private final ScoreSurvey scoreSurvey;
    private final SurveyAnswers answers;
    private final SurveyFiles files;
    private final SurveyViews views;
    private final AuditLog audit;

    SurveysController(
            CreateSurvey createSurvey,
            Surveys surveys,
            ExportSurvey exportSurvey,
            TakeSurveyFile takeSurveyFile,
            DecideDifferences decideDifferences,
            ScoreSurvey scoreSurvey,
            SurveyAnswers answers,
            SurveyFiles files,
            SurveyViews views,
            AuditLog audit) {
        this.createSurvey = createSurvey;
        this.surveys = surveys;
        this.exportSurvey = exportSurvey;
        this.takeSurveyFile = takeSurveyFile;
        this.decideDifferences = decideDifferences;
        this.scoreSurvey = scoreSurvey;
        this.answers = answers;
        this.files = files;
        this.views = views;
        this.audit = audit;
    }

    record Listed<T>(List<T> items) {}

    record Page<T>(List<T> items, @Nullable String next) {}

    @PostMapping("/surveys")
    @PreAuthorize("hasRole('federation-officer')")
    ResponseEntity<SurveyViews.SurveyView> create(@RequestBody CreateSurvey.Request request) {
        String id = createSurvey.create(request, area());
        return ResponseEntity.created(URI.create("/api/identity/surveys/" + id)).body(read(id));
    }

    @GetMapping("/surveys")
    @PreAuthorize(WORKERS)
    Listed<SurveyViews.SurveyView> list(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
        return new Listed<>(
                surveys.page(area(), Math.clamp(page, 0, 1_000_000), Math.clamp(size, 1, LARGEST_PAGE)).stream()
                        .map(survey -> SurveyViews.SurveyView.of(survey, null))
                        .toList());
    }

    @GetMapping("/surveys/{id}")
    @PreAuthorize(WORKERS)
    SurveyViews.SurveyView read(@PathVariable String id) {
        Survey survey = survey(id);
        return SurveyViews.SurveyView.of(survey, surveys.progress(survey, survey.within(area())));
    }

    @PostMapping("/surveys/{id}/close")
    @PreAuthorize("hasRole('federation-officer')")
    SurveyViews.SurveyView close(@PathVariable String id) {
        Survey survey = survey(id);
        if (!survey.area().equals(survey.within(area()))) {
            throw Problem.notFound("no-such-survey");
        }
        surveys.close(id);
        audit.record("survey.close", "survey", id);
        return read(id);
    }

    @GetMapping("/surveys/{id}/file.csv")
    @PreAuthorize(WORKERS)
    void csv(@PathVariable String id, @RequestParam(defaultValue = "false") boolean full, HttpServletResponse response)
            throws IOException {
        Survey survey = survey(id);
        String within = mayExport(survey, full);
        attach(response, "text/csv;charset=UTF-8", "survey.csv");
        try (TableFile file = TableFile.csv(response.getOutputStream())) {
            exportSurvey.write(survey, within, full, file);
        }
    }

    @GetMapping("/surveys/{id}/file.xlsx")
    @PreAuthorize(WORKERS)
    void xlsx(@PathVariable String id, @RequestParam(defaultValue = "false") boolean full, HttpServletResponse response)
            throws IOException {
        Survey survey = survey(id);
        String within = mayExport(survey, full);
        attach(response, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "survey.xlsx");
        try (TableFile file = TableFile.xlsx(response.getOutputStream())) {
            exportSurvey.write(survey, within, full, file);
        }
    }

    /** Names, numbers and addresses are for those who decide on the differences too. */
    private static String mayExport(Survey survey, boolean full) {
        var roles = Caller.current().roles();
        if (full && !roles.contains("federation-officer") && !roles.contains("street-clerk")) {
            throw new AccessDeniedException("the full file is not for this role");
        }
        return survey.within(area());
    }

    private static void attach(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @PostMapping("/surveys/{id}/files")
    @PreAuthorize(WORKERS)
    TakeSurveyFile.Taken take(@PathVariable String id, HttpServletRequest request) throws IOException {
        Survey survey = open(id);
        return takeSurveyFile.take(survey, survey.within(area()), UploadedFile.of(request));
    }

    @GetMapping("/surveys/{id}/files/{file}/errors")
    @PreAuthorize(WORKERS)
    Page<SurveyViews.RowFaultView> errors(
            @PathVariable String id,
            @PathVariable String file,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "50") int size,
            Locale locale) {
        SurveyFiles.File found = file(id, file);
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        List<SurveyFiles.Rejected> rows = files.rejected(found.id(), after, most);
        return new Page<>(
                rows.stream().flatMap(row -> views.faults(row, locale).stream()).toList(),
                rows.size() < most ? null : Integer.toString(rows.getLast().line()));
    }

    /** Gives back in full what was uploaded; the download is recorded. */
    @GetMapping("/surveys/{id}/files/{file}/errors.csv")
    @PreAuthorize(WORKERS)
    void correctionFile(@PathVariable String id, @PathVariable String file, HttpServletResponse response, Locale locale)
            throws IOException {
        SurveyFiles.File found = file(id, file);
        audit.record("survey.errors.download", "survey", id);
        attach(response, "text/csv;charset=UTF-8", "survey-errors.csv");
        try (TableFile out = TableFile.csv(response.getOutputStream())) {
            List<String> headings = found.headings();
            int width = headings.size();
            int reasonAt = reasonAt(headings);
            out.row(line(headings, width, reasonAt, locale.getLanguage().equals("en") ? "problem" : "问题"));
            List<SurveyFiles.Rejected> rows = files.rejected(found.id(), 0, PAGE);
            while (!rows.isEmpty()) {
                for (SurveyFiles.Rejected row : rows) {
                    out.row(line(row.cells(), width, reasonAt, views.reason(row.faults(), locale)));
                }
                rows = files.rejected(found.id(), rows.getLast().line(), PAGE);
            }
        }
    }

    private static int reasonAt(List<String> headings) {
        for (int i = 0; i < headings.size(); i++) {
            if (RegistrationTable.isReason(headings.get(i))) {
                return i;
            }
        }
        return headings.size();
    }

    private static List<String> line(List<String> cells, int width, int reasonAt, String reason) {
        List<String> line = new ArrayList<>();
        for (int i = 0; i < Math.max(width, reasonAt + 1); i++) {
            line.add(i == reasonAt ? reason : i < cells.size() ? cells.get(i) : "");
        }
        return line;
    }

    @GetMapping("/surveys/{id}/differences")
    @PreAuthorize(WORKERS)
    Page<SurveyViews.PersonView> differences(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable SurveyField field,
            @RequestParam(required = false) @Nullable Proposal proposed,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int size) {
        Survey survey = survey(id);
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        List<SurveyField> fields = field == null ? Arrays.asList(SurveyField.values()) : List.of(field);
        List<SurveyViews.PersonView> people = views.open(survey, survey.within(area()), fields, proposed, after, most);
        return new Page<>(
                people, people.size() < most ? null : people.getLast().person().residentId());
    }

    @PostMapping("/surveys/{id}/decisions")
    @PreAuthorize(DECIDERS)
    DecideDifferences.Decided decide(@PathVariable String id, @RequestBody DecideDifferences.Request request) {
        Survey survey = survey(id);
        return decideDifferences.decide(survey, survey.within(area()), request);
    }

    @GetMapping("/surveys/{id}/quality")
    @PreAuthorize(WORKERS)
    Listed<ScoreSurvey.Score> quality(
            @PathVariable String id, @RequestParam(defaultValue = "STREET") ScoreSurvey.By by) {
        Survey survey = survey(id);
        return new Listed<>(scoreSurvey.score(survey, survey.within(area()), by));
    }

    @GetMapping("/residents/{resident}/provenance")
    @PreAuthorize("hasAnyRole('federation-officer', 'street-clerk', 'auditor') and @access.reads(#resident)")
    Listed<SurveyAnswers.Provenance> provenance(@PathVariable String resident) {
        audit.record("provenance.read", resident);
        return new Listed<>(answers.provenance(resident));
    }

    private Survey survey(String id) {
        Survey survey = surveys.find(id).orElseThrow(() -> Problem.notFound("no-such-survey"));
        survey.within(area());
        return survey;
    }

    private Survey open(String id) {
        Survey survey = survey(id);
        if (survey.closedAt() != null) {
            throw Problem.conflict("survey-closed");
        }
        return survey;
    }

    private SurveyFiles.File file(String survey, String file) {
        String within = survey(survey).within(area());
        return files.find(survey, file)
                .filter(found -> found.area().startsWith(within))
                .orElseThrow(() -> Problem.notFound("no-such-import"));
    }

    private static @Nullable String area() {
        return StaffArea.of(Caller.current());
    }
}
