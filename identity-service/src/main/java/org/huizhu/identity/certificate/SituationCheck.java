package org.huizhu.identity.certificate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.huizhu.contracts.Fact;
import org.huizhu.contracts.ResidentFacts.CareNeed;
import org.huizhu.contracts.ResidentFacts.Employment;
import org.huizhu.contracts.ResidentFacts.EmploymentStatus;
import org.huizhu.contracts.ResidentFacts.Guardian;
import org.huizhu.contracts.ResidentFacts.GuardianKind;
import org.huizhu.contracts.ResidentFacts.Home;
import org.huizhu.contracts.ResidentFacts.HouseholdIncome;
import org.huizhu.contracts.ResidentFacts.Hukou;
import org.huizhu.contracts.ResidentFacts.Imprisonment;
import org.huizhu.contracts.ResidentFacts.OtherBenefit;
import org.huizhu.contracts.ResidentFacts.OtherBenefitKind;
import org.huizhu.contracts.ResidentFacts.SchoolPlacement;
import org.huizhu.contracts.ResidentFacts.SchoolStage;
import org.huizhu.contracts.ResidentFacts.Schooling;
import org.huizhu.identity.certificate.RegistrationRequest.OtherBenefitPart;
import org.huizhu.identity.certificate.RegistrationRequest.PeriodPart;
import org.huizhu.identity.resident.HouseholdClaim;
import org.huizhu.identity.resident.Situation;
import org.jspecify.annotations.Nullable;

/** The circumstances in a request. */
final class SituationCheck {

    private static final Pattern HOUSEHOLD_NUMBER = Pattern.compile("[\\p{L}0-9._/-]{1,64}");
    private static final BigDecimal HIGHEST_MONTHLY = BigDecimal.valueOf(100_000);

    private final Findings findings;
    private final RegistrationRequest request;
    private final LocalDate today;
    private final @Nullable LocalDate born;

    SituationCheck(Findings findings, RegistrationRequest request, LocalDate today, @Nullable LocalDate born) {
        this.findings = findings;
        this.request = request;
        this.today = today;
        this.born = born;
    }

    Situation situation(Fact<Hukou> hukou, Fact<Home> home) {
        return new Situation(
                hukou,
                home,
                otherBenefits(),
                careNeed(),
                employment(),
                schooling(),
                guardian(),
                imprisonment(),
                Fact.unknown(),
                Fact.unknown());
    }

    @Nullable
    HouseholdClaim household() {
        var part = request.household();
        if (part == null) {
            return null;
        }
        String number =
                findings.matching("household.number", part.number(), HOUSEHOLD_NUMBER, "household-number-malformed");
        return new HouseholdClaim(
                number,
                findings.code("household.income", part.income(), HouseholdIncome.class),
                findings.pastDay("household.incomeSince", part.incomeSince(), null, today),
                part.elderCarer(),
                findings.count("household.employedMembers", part.employedMembers()),
                findings.count("household.workableMembers", part.workableMembers()));
    }

    private Fact<Employment> employment() {
        var part = request.employment();
        if (part == null) {
            return Fact.unknown();
        }
        findings.required("employment.status", part.status());
        EmploymentStatus status = findings.code("employment.status", part.status(), EmploymentStatus.class);
        LocalDate since = findings.pastDay("employment.since", part.since(), born, today);
        return status == null ? Fact.unknown() : Fact.of(new Employment(status, since));
    }

    private Fact<Schooling> schooling() {
        var part = request.schooling();
        if (part == null) {
            return Fact.unknown();
        }
        findings.required("schooling.stage", part.stage());
        SchoolStage stage = findings.code("schooling.stage", part.stage(), SchoolStage.class);
        SchoolPlacement placement = findings.code("schooling.placement", part.placement(), SchoolPlacement.class);
        return stage == null ? Fact.unknown() : Fact.of(new Schooling(stage, placement));
    }

    private Fact<CareNeed> careNeed() {
        var part = request.careNeed();
        if (part == null) {
            return Fact.unknown();
        }
        LocalDate assessedOn = findings.pastDay("careNeed.assessedOn", part.assessedOn(), born, today);
        if (part.needed() == null) {
            findings.required("careNeed.needed", null);
            return Fact.unknown();
        }
        return Fact.of(new CareNeed(part.needed(), assessedOn));
    }

    private Fact<Guardian> guardian() {
        return switch (request.guardian()) {
            case Fact.Unknown<?> unknown -> Fact.unknown();
            case Fact.None<?> none -> Fact.none();
            case Fact.Known<RegistrationRequest.GuardianPart>(var part) -> {
                findings.required("guardian.kind", part.kind());
                GuardianKind kind = findings.code("guardian.kind", part.kind(), GuardianKind.class);
                yield kind == null ? Fact.unknown() : Fact.of(new Guardian(kind));
            }
        };
    }

    private Fact<List<OtherBenefit>> otherBenefits() {
        return switch (request.otherBenefits()) {
            case Fact.Unknown<?> unknown -> Fact.unknown();
            case Fact.None<?> none -> Fact.of(List.of());
            case Fact.Known<List<@Nullable OtherBenefitPart>> known -> {
                List<OtherBenefit> benefits = new ArrayList<>();
                findings.entries("otherBenefits", known.value()).forEach((field, part) -> {
                    OtherBenefit benefit = otherBenefit(field, part);
                    if (benefit != null) {
                        benefits.add(benefit);
                    }
                });
                yield Fact.of(List.copyOf(benefits));
            }
        };
    }

    private @Nullable OtherBenefit otherBenefit(String field, OtherBenefitPart part) {
        findings.required(field + ".kind", part.kind());
        OtherBenefitKind kind = findings.code(field + ".kind", part.kind(), OtherBenefitKind.class);
        Period period = period(field, part.from(), part.to());
        BigDecimal monthly = part.monthly();
        if (monthly != null
                && (monthly.signum() < 0
                        || monthly.compareTo(HIGHEST_MONTHLY) > 0
                        || monthly.stripTrailingZeros().scale() > 2)) {
            findings.add(field + ".monthly", "money-malformed");
            return null;
        }
        return kind == null || period == null
                ? null
                : new OtherBenefit(
                        kind,
                        period.from(),
                        period.to(),
                        monthly == null ? null : monthly.setScale(2, RoundingMode.UNNECESSARY));
    }

    private Fact<List<Imprisonment>> imprisonment() {
        return switch (request.imprisonment()) {
            case Fact.Unknown<?> unknown -> Fact.unknown();
            case Fact.None<?> none -> Fact.of(List.of());
            case Fact.Known<List<@Nullable PeriodPart>> known -> {
                List<Imprisonment> sentences = new ArrayList<>();
                findings.entries("imprisonment", known.value()).forEach((field, part) -> {
                    Period period = period(field, part.from(), part.to());
                    if (period != null) {
                        sentences.add(new Imprisonment(period.from(), period.to()));
                    }
                });
                yield Fact.of(List.copyOf(sentences));
            }
        };
    }

    private record Period(LocalDate from, @Nullable LocalDate to) {}

    private @Nullable Period period(String field, @Nullable String fromText, @Nullable String toText) {
        findings.required(field + ".from", fromText);
        LocalDate from = findings.pastDay(field + ".from", fromText, born, today);
        LocalDate to = findings.day(field + ".to", toText);
        if (from != null && to != null && to.isBefore(from)) {
            findings.add(field + ".to", "period-backwards");
        }
        return from == null ? null : new Period(from, to);
    }
}
