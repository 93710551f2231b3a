package org.huizhu.identity.matter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.huizhu.contracts.DisabilityCategory;
import org.huizhu.contracts.ResidentFacts.Component;
import org.huizhu.identity.resident.Holder;
import org.jspecify.annotations.Nullable;

/** A matter whole, with its history, as it is shown; the person is masked, and a diagnosis is not in it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MatterView(
        MatterSummary matter,
        Holder holder,
        boolean priority,
        FilingView filing,
        Set<Document> missingDocuments,
        List<MatterHistory.Submission> submissions,
        @Nullable AssessmentView assessment,
        List<ResultView> results,
        List<String> warnings,
        @Nullable NoticeView notice,
        @Nullable LocalDate disputableUntil,
        boolean disputed,
        Set<Action> actions,
        List<MatterHistory.Entry> history) {

    /** How it came in. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FilingView(
            Channel channel,
            @Nullable String office,
            @Nullable String handTo,
            @Nullable String about,
            MatterDetails details) {}

    /** Who assesses. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AssessmentView(
            String hospital,
            @Nullable LocalDate visitOn,
            @Nullable String team) {}

    /** What was found; {@code diagnosisKnown}: there is a note that has to be asked for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ResultView(
            Result.Source source,
            @Nullable String hospital,
            LocalDate assessedOn,
            LocalDate toldOn,
            boolean disabled,
            @Nullable DisabilityCategory category,
            @Nullable Integer level,
            @Nullable List<Component> components,
            @Nullable Cause cause,
            boolean diagnosisKnown) {

        static ResultView of(Result result) {
            Result.Disability found = result.disability();
            return new ResultView(
                    result.source(),
                    result.hospital(),
                    result.assessedOn(),
                    result.toldOn(),
                    found != null,
                    found == null ? null : found.category(),
                    found == null ? null : found.level(),
                    found == null ? null : found.components(),
                    found == null ? null : found.cause(),
                    result.note() != null);
        }
    }

    /** The public notice; objections only for staff. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NoticeView(LocalDate until, @Nullable List<MatterHistory.Objection> objections) {}
}
