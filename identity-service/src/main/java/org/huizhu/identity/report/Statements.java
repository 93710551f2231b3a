package org.huizhu.identity.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.huizhu.contracts.ResidentFacts.CareNeed;
import org.huizhu.contracts.ResidentFacts.EmploymentStatus;
import org.huizhu.contracts.ResidentFacts.Guardian;
import org.huizhu.contracts.ResidentFacts.Home;
import org.huizhu.contracts.ResidentFacts.HouseholdIncome;
import org.huizhu.contracts.ResidentFacts.OtherBenefitKind;
import org.huizhu.contracts.ResidentFacts.ResidencePermit;
import org.huizhu.contracts.ResidentFacts.Schooling;
import org.jspecify.annotations.Nullable;

/** All that one report says; what it says nothing of is {@code null}. It holds codes and days, nothing personal. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Statements(
        @Nullable Statement<LocalDate> death,
        @Nullable Statement<String> hukou,
        @Nullable Statement<ResidencePermit> residencePermit,
        @Nullable Statement<Home> home,
        @Nullable Listing<Benefit> otherBenefits,
        @Nullable Statement<CareNeed> careNeed,
        @Nullable Statement<EmploymentStatus> employment,
        @Nullable Statement<Schooling> schooling,
        @Nullable Statement<Guardian> guardian,
        @Nullable Listing<Sentence> imprisonment,
        @Nullable Statement<LocalDate> screening,
        @Nullable Statement<HouseholdIncome> income,
        @Nullable Statement<Boolean> elderCarer,
        @Nullable Statement<Integer> employedMembers,
        @Nullable Statement<Integer> workableMembers) {

    /** Nothing at all. */
    public static final Statements NONE = new Builder().build();

    /**
     * Periods of which there can be several.
     *
     * @param whole whether there are no others: all that was said before of the same is wrong
     */
    public record Listing<P>(boolean whole, List<P> periods) {}

    /** Of a benefit of another scheme: {@code monthlyFen} may be unknown. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Benefit(
            OtherBenefitKind kind,
            Statement.Kind meant,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable Long monthlyFen) {}

    /** Of a time in prison. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Sentence(
            Statement.Kind meant, LocalDate from, @Nullable LocalDate to) {}

    /** Begins one that says nothing yet. */
    public static Builder some() {
        return new Builder();
    }

    /** Says one thing after the other. */
    public static final class Builder {

        private @Nullable Statement<LocalDate> death;
        private @Nullable Statement<String> hukou;
        private @Nullable Statement<ResidencePermit> residencePermit;
        private @Nullable Statement<Home> home;
        private @Nullable Listing<Benefit> otherBenefits;
        private @Nullable Statement<CareNeed> careNeed;
        private @Nullable Statement<EmploymentStatus> employment;
        private @Nullable Statement<Schooling> schooling;
        private @Nullable Statement<Guardian> guardian;
        private @Nullable Listing<Sentence> imprisonment;
        private @Nullable Statement<LocalDate> screening;
        private @Nullable Statement<HouseholdIncome> income;
        private @Nullable Statement<Boolean> elderCarer;
        private @Nullable Statement<Integer> employedMembers;
        private @Nullable Statement<Integer> workableMembers;

        private Builder() {}

        public Builder death(@Nullable Statement<LocalDate> said) {
            death = said;
            return this;
        }

        public Builder hukou(@Nullable Statement<String> said) {
            hukou = said;
            return this;
        }

        public Builder residencePermit(@Nullable Statement<ResidencePermit> said) {
            residencePermit = said;
            return this;
        }

        public Builder home(@Nullable Statement<Home> said) {
            home = said;
            return this;
        }

        public Builder otherBenefits(@Nullable Listing<Benefit> said) {
            otherBenefits = said;
            return this;
        }

        public Builder careNeed(@Nullable Statement<CareNeed> said) {
            careNeed = said;
            return this;
        }

        public Builder employment(@Nullable Statement<EmploymentStatus> said) {
            employment = said;
            return this;
        }

        public Builder schooling(@Nullable Statement<Schooling> said) {
            schooling = said;
            return this;
        }

        public Builder guardian(@Nullable Statement<Guardian> said) {
            guardian = said;
            return this;
        }

        public Builder imprisonment(@Nullable Listing<Sentence> said) {
            imprisonment = said;
            return this;
        }

        public Builder screening(@Nullable Statement<LocalDate> said) {
            screening = said;
            return this;
        }

        public Builder income(@Nullable Statement<HouseholdIncome> said) {
            income = said;
            return this;
        }

        public Builder elderCarer(@Nullable Statement<Boolean> said) {
            elderCarer = said;
            return this;
        }

        public Builder employedMembers(@Nullable Statement<Integer> said) {
            employedMembers = said;
            return this;
        }

        public Builder workableMembers(@Nullable Statement<Integer> said) {
            workableMembers = said;
            return this;
        }

        public Statements build() {
            return new Statements(
                    death,
                    hukou,
                    residencePermit,
                    home,
                    otherBenefits,
                    careNeed,
                    employment,
                    schooling,
                    guardian,
                    imprisonment,
                    screening,
                    income,
                    elderCarer,
                    employedMembers,
                    workableMembers);
        }
    }
}
