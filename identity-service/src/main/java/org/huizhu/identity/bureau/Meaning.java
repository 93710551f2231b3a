package org.huizhu.identity.bureau;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.huizhu.contracts.ResidentFacts.EmploymentStatus;
import org.huizhu.contracts.ResidentFacts.HouseholdIncome;
import org.huizhu.contracts.ResidentFacts.OtherBenefitKind;
import org.huizhu.contracts.ResidentFacts.ResidencePermit;
import org.huizhu.contracts.ResidentFacts.SchoolPlacement;
import org.huizhu.contracts.ResidentFacts.SchoolStage;
import org.huizhu.contracts.ResidentFacts.Schooling;
import org.huizhu.identity.report.Statement;
import org.huizhu.identity.report.Statements;
import org.huizhu.identity.report.Statements.Benefit;
import org.huizhu.identity.report.Statements.Listing;
import org.huizhu.identity.report.Statements.Sentence;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the data of a checked event state. */
final class Meaning {

    private final JsonNode data;

    private Meaning(JsonNode data) {
        this.data = data;
    }

    static Statements of(BureauEventType type, JsonNode data) {
        return new Meaning(data).of(type).build();
    }

    private Statements.Builder of(BureauEventType type) {
        var said = Statements.some();
        return switch (type) {
            case DECEASED -> said.death(Statement.since(null, day("deceasedOn")));
            case HUKOU_MOVED -> said.hukou(Statement.since(day("since"), text("area")));
            case RESIDENCE_PERMIT_GRANTED ->
                said.residencePermit(
                        Statement.during(day("from"), null, new ResidencePermit(text("area"), day("validTo"))));
            case INCOME_DETERMINED -> said.income(Statement.during(day("from"), maybe("to"), income()));
            case INCOME_ENDED -> said.income(Statement.ended(day("lastDay"), income()));
            case BENEFIT_GRANTED ->
                benefit(said, new Benefit(kind(), Statement.Kind.HOLDS, day("from"), maybe("to"), monthlyFen()));
            case BENEFIT_ENDED ->
                benefit(
                        said,
                        new Benefit(kind(), Statement.Kind.ENDED, day("lastDay").plusDays(1), null, null));
            case ORPHAN_RECOGNISED ->
                benefit(said, new Benefit(OtherBenefitKind.ORPHAN, Statement.Kind.HOLDS, day("from"), null, null));
            case IMPRISONMENT_BEGUN -> sentence(said, new Sentence(Statement.Kind.HOLDS, day("from"), maybe("to")));
            case IMPRISONMENT_ENDED ->
                sentence(said, new Sentence(Statement.Kind.ENDED, day("lastDay").plusDays(1), null));
            case SCREENING_POSITIVE -> said.screening(Statement.since(null, day("screenedOn")));
            case EMPLOYMENT_STARTED ->
                said.employment(Statement.since(
                        day("since"),
                        data.path("selfEmployed").asBoolean(false)
                                ? EmploymentStatus.SELF_EMPLOYED
                                : EmploymentStatus.EMPLOYED));
            case EMPLOYMENT_STOPPED -> said.employment(Statement.since(day("since"), EmploymentStatus.JOBLESS));
            case SCHOOLING_CHANGED ->
                said.schooling(Statement.since(
                        day("since"),
                        new Schooling(
                                SchoolStage.valueOf(text("stage")),
                                data.hasNonNull("placement") ? SchoolPlacement.valueOf(text("placement")) : null)));
            case EVENT_WITHDRAWN -> said;
        };
    }

    private static Statements.Builder benefit(Statements.Builder said, Benefit benefit) {
        return said.otherBenefits(new Listing<>(false, List.of(benefit)));
    }

    private static Statements.Builder sentence(Statements.Builder said, Sentence sentence) {
        return said.imprisonment(new Listing<>(false, List.of(sentence)));
    }

    private String text(String name) {
        return data.get(name).asString();
    }

    private LocalDate day(String name) {
        return Objects.requireNonNull(CheckEvent.day(data, name));
    }

    private @Nullable LocalDate maybe(String name) {
        return CheckEvent.day(data, name);
    }

    private HouseholdIncome income() {
        return HouseholdIncome.valueOf(text("income"));
    }

    private OtherBenefitKind kind() {
        return OtherBenefitKind.valueOf(text("kind"));
    }

    private @Nullable Long monthlyFen() {
        return data.hasNonNull("monthly")
                ? data.get("monthly").decimalValue().movePointRight(2).longValueExact()
                : null;
    }
}
