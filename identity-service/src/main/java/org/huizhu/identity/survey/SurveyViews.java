package org.huizhu.identity.survey;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huizhu.identity.resident.HeldFile;
import org.huizhu.identity.resident.HeldFiles;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.ProblemTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Surveys and their differences as they are shown: what identifies somebody is never in a difference. */
@Component
class SurveyViews {

    private final SurveyAnswers answers;
    private final HeldFiles files;
    private final AuditLog audit;
    private final ProblemTexts texts;

    SurveyViews(SurveyAnswers answers, HeldFiles files, AuditLog audit, ProblemTexts texts) {
        this.answers = answers;
        this.files = files;
        this.audit = audit;
        this.texts = texts;
    }

    record SurveyView(
            String id,
            int year,
            String area,
            LocalDate from,
            LocalDate to,
            boolean closed,
            Surveys.@Nullable Progress progress) {

        static SurveyView of(Survey survey, Surveys.@Nullable Progress progress) {
            return new SurveyView(
                    survey.id(),
                    survey.year(),
                    survey.area(),
                    survey.from(),
                    survey.to(),
                    survey.closedAt() != null,
                    progress);
        }
    }

    /** Somebody whose file and survey differ. */
    record PersonView(HeldFile.Brief person, List<DifferenceView> differences) {}

    /** {@code held} and {@code surveyed} are absent for what identifies somebody. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DifferenceView(
            SurveyField field,
            boolean known,
            @JsonRawValue @Nullable String held,
            @JsonRawValue @Nullable String surveyed,
            Proposal proposal,
            @Nullable Proposal decision) {

        static DifferenceView of(SurveyAnswers.Kept difference) {
            boolean hidden = difference.field().isPersonal();
            return new DifferenceView(
                    difference.field(),
                    difference.held() != null,
                    hidden ? null : difference.held(),
                    hidden ? null : difference.surveyed(),
                    difference.proposal(),
                    difference.decision());
        }
    }

    record RowFaultView(int row, String column, String code, String message) {}

    @Transactional
    public List<PersonView> open(
            Survey survey, String area, List<SurveyField> fields, @Nullable Proposal proposed, String after, int size) {
        List<String> residents = answers.withOpen(survey.id(), area, fields, proposed, after, size);
        Map<String, List<SurveyAnswers.Kept>> differences = answers.of(survey.id(), residents);
        Map<String, HeldFile> held = files.of(residents);
        audit.record("survey.differences", "survey", survey.id());
        return held.values().stream()
                .map(file -> new PersonView(
                        file.brief(),
                        differences.getOrDefault(file.residentId(), List.of()).stream()
                                .map(DifferenceView::of)
                                .toList()))
                .toList();
    }

    List<RowFaultView> faults(SurveyFiles.Rejected row, Locale locale) {
        return row.faults().stream()
                .map(fault -> new RowFaultView(row.line(), fault.field(), fault.code(), texts.describe(fault, locale)))
                .toList();
    }

    String reason(List<Fault> faults, Locale locale) {
        return String.join(
                " | ",
                faults.stream()
                        .map(fault ->
                                (fault.field().isEmpty() ? "" : fault.field() + ": ") + texts.describe(fault, locale))
                        .toList());
    }
}
