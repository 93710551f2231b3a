package org.huizhu.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that identity knows of one resident and may tell: the value of every record on {@link Topics#RESIDENT}. It is a
 * whole snapshot, never a difference; {@code version} rises with each. Dates are days in Asia/Shanghai. Inside the parts
 * an absent member is unknown; a period's {@code to} that is {@code null} is still running. It holds no name, number,
 * phone, address line or diagnosis, and must never.
 *
 * <p>{@code earlier} is what held before of what benefits ask by month, as it is known now, oldest first; {@code
 * changedFrom} is the first day of which this snapshot says something else than the one before, such as a day of last
 * year when something was learnt late.
 */
@JsonInclude(Include.NON_EMPTY)
public record ResidentFacts(
        String residentId,
        long version,
        Fact<LocalDate> birthDate,
        Fact<Sex> sex,
        Fact<LocalDate> deceasedOn,
        Fact<Hukou> hukou,
        Fact<ResidencePermit> residencePermit,
        Fact<Home> home,
        Fact<Certificate> certificate,
        Fact<Household> household,
        Fact<List<OtherBenefit>> otherBenefits,
        Fact<CareNeed> careNeed,
        Fact<Employment> employment,
        Fact<Schooling> schooling,
        Fact<Guardian> guardian,
        Fact<List<Imprisonment>> imprisonment,
        Fact<Screening> screening,
        @Nullable List<Earlier> earlier,
        @Nullable LocalDate changedFrom) {

    /** Sex as the identity number's sequence says. */
    public enum Sex {
        M,
        F
    }

    /** Where the household is registered; {@code area} is a code of 6, 9 or 12 digits. */
    @JsonInclude(Include.NON_NULL)
    public record Hukou(String area, @Nullable LocalDate since, List<FormerHukou> previous) {}

    /** A registration that ended; {@code to} is its last day. */
    @JsonInclude(Include.NON_NULL)
    public record FormerHukou(String area, @Nullable LocalDate since, LocalDate to) {}

    /** A permit to live outside the place of registration; {@code validTo} is its last day. */
    public record ResidencePermit(String area, LocalDate validTo) {}

    /** Where the resident lives: 9-digit street, 12-digit community. */
    @JsonInclude(Include.NON_NULL)
    public record Home(String street, @Nullable String community) {}

    /** The disability certificate. {@code level} 1 is the heaviest; {@code expiresOn} is the last valid day. */
    @JsonInclude(Include.NON_NULL)
    public record Certificate(
            CertificateStatus status,
            LocalDate statusSince,
            DisabilityCategory category,
            int level,
            List<Component> components,
            LocalDate issuedOn,
            LocalDate expiresOn,
            List<FormerCertificate> previous) {}

    /** What an earlier certificate said, from {@code issuedOn} to its last day. */
    @JsonInclude(Include.NON_NULL)
    public record FormerCertificate(
            DisabilityCategory category, int level, List<Component> components, LocalDate issuedOn, LocalDate to) {}

    /** One disability of several. */
    public record Component(DisabilityCategory category, int level) {}

    /** Whether the certificate can be used; expiring and deceased are derived. */
    public enum CertificateStatus {
        ACTIVE,
        EXPIRED,
        FROZEN,
        CANCELLED,
        MOVED_OUT
    }

    /** The household as far as benefits ask. Counts are of members known to be so. */
    @JsonInclude(Include.NON_NULL)
    public record Household(
            String id,
            @Nullable HouseholdIncome income,
            @Nullable LocalDate incomeSince,
            @Nullable Integer disabledMembers,
            @Nullable Integer severeMembers,
            @Nullable Boolean elderCarer,
            @Nullable Integer employedMembers,
            @Nullable Integer workableMembers) {}

    /** What civil affairs has found of the household's income. */
    public enum HouseholdIncome {
        DIBAO,
        EDGE,
        TEKUN,
        ABOVE
    }

    /** A benefit of another scheme; {@code monthly} in yuan. */
    public record OtherBenefit(
            OtherBenefitKind kind,
            LocalDate from,
            @Nullable LocalDate to,
            @JsonInclude(Include.NON_NULL) @Nullable BigDecimal monthly) {}

    /** The schemes that touch ours. */
    public enum OtherBenefitKind {
        WORK_INJURY_CARE,
        ORPHAN,
        UNSUPPORTED_CHILD_FULL,
        OLD_AGE_CARE,
        OLD_AGE_ALLOWANCE,
        RETIRED_CADRE_CARE,
        DUTY_INJURY_CARE,
        LTCI
    }

    /** Whether long-term care was found to be needed. */
    @JsonInclude(Include.NON_NULL)
    public record CareNeed(boolean needed, @Nullable LocalDate assessedOn) {}

    /** Work. */
    @JsonInclude(Include.NON_NULL)
    public record Employment(
            EmploymentStatus status, @Nullable LocalDate since) {}

    /** How the resident works. */
    public enum EmploymentStatus {
        EMPLOYED,
        SELF_EMPLOYED,
        JOBLESS,
        STUDENT,
        RETIRED
    }

    /** School. */
    @JsonInclude(Include.NON_NULL)
    public record Schooling(SchoolStage stage, @Nullable SchoolPlacement placement) {}

    /** The stage attended now. */
    public enum SchoolStage {
        NONE,
        PRESCHOOL,
        PRIMARY,
        JUNIOR,
        SENIOR,
        VOCATIONAL,
        DIPLOMA,
        DEGREE
    }

    /** How a child of school age is taught. */
    public enum SchoolPlacement {
        ORDINARY,
        SPECIAL,
        HOME
    }

    /** Who acts for the resident. */
    public record Guardian(GuardianKind kind) {}

    /** The guardian's relation. */
    public enum GuardianKind {
        PARENT,
        SPOUSE,
        CHILD,
        RELATIVE,
        INSTITUTION,
        COMMITTEE
    }

    /** A sentence being served from {@code from}. */
    public record Imprisonment(LocalDate from, @Nullable LocalDate to) {}

    /** A screening at the age of 0 to 6 that asks for a closer look; what was screened is not told. */
    public record Screening(LocalDate positiveOn) {}

    /** What held from one day to another, of exactly one thing. Without {@code from} it began on an unknown day. */
    @JsonInclude(Include.NON_NULL)
    public record Earlier(
            @Nullable LocalDate from,
            LocalDate to,
            @Nullable HouseholdIncome income,
            @Nullable EmploymentStatus employment,
            @Nullable Boolean careNeeded,
            @Nullable SchoolStage schooling) {}
}
