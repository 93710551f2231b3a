package org.huizhu.identity.resident;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.huizhu.contracts.Fact;
import org.huizhu.contracts.ResidentFacts.Guardian;
import org.huizhu.contracts.ResidentFacts.Imprisonment;
import org.huizhu.contracts.ResidentFacts.OtherBenefit;
import org.huizhu.identity.report.Statement;
import org.huizhu.identity.report.Statements;
import org.jspecify.annotations.Nullable;

/** What a form, a line of a file or a held file says, as statements. */
final class Sayings {

    private Sayings() {}

    /** Of a situation as told: what is unknown in it is not said. */
    static Statements of(Situation told) {
        return some(told).build();
    }

    /** The parts in which a situation differs from the one before, for changes that come without a report. */
    static Statements difference(Resident before, Resident after) {
        Situation was = before.situation();
        Situation now = after.situation();
        var said = some(new Situation(
                changed(was.hukou(), now.hukou()),
                changed(was.home(), now.home()),
                changed(was.otherBenefits(), now.otherBenefits()),
                changed(was.careNeed(), now.careNeed()),
                changed(was.employment(), now.employment()),
                changed(was.schooling(), now.schooling()),
                changed(was.guardian(), now.guardian()),
                changed(was.imprisonment(), now.imprisonment()),
                changed(was.residencePermit(), now.residencePermit()),
                changed(was.screening(), now.screening())));
        if (!Objects.equals(before.deceasedOn(), after.deceasedOn())) {
            said.death(Statement.since(null, after.deceasedOn()));
        }
        return said.build();
    }

    private static <T> Fact<T> changed(Fact<T> was, Fact<T> now) {
        return was.equals(now) ? Fact.unknown() : now;
    }

    private static Statements.Builder some(Situation told) {
        return Statements.some()
                .hukou(told.hukou()
                        .asOptional()
                        .map(hukou -> Statement.since(hukou.since(), hukou.area()))
                        .orElse(null))
                .home(now(told.home()))
                .otherBenefits(whole(told.otherBenefits(), Sayings::benefit))
                .careNeed(told.careNeed()
                        .asOptional()
                        .map(need -> Statement.since(need.assessedOn(), need))
                        .orElse(null))
                .employment(told.employment()
                        .asOptional()
                        .map(work -> Statement.since(work.since(), work.status()))
                        .orElse(null))
                .schooling(now(told.schooling()))
                .guardian(Sayings.<Guardian>now(told.guardian()))
                .imprisonment(whole(told.imprisonment(), Sayings::sentence))
                .residencePermit(now(told.residencePermit()))
                .screening(now(told.screening()));
    }

    private static <T> @Nullable Statement<T> now(Fact<T> told) {
        return switch (told) {
            case Fact.Unknown<T> unknown -> null;
            case Fact.None<T> none -> Statement.since(null, null);
            case Fact.Known<T>(T value) -> Statement.since(null, value);
        };
    }

    private static <T, P> Statements.@Nullable Listing<P> whole(Fact<List<T>> told, Function<T, P> period) {
        return switch (told) {
            case Fact.Unknown<List<T>> unknown -> null;
            case Fact.None<List<T>> none -> new Statements.Listing<>(true, List.of());
            case Fact.Known<List<T>>(List<T> list) ->
                new Statements.Listing<>(true, list.stream().map(period).toList());
        };
    }

    private static Statements.Benefit benefit(OtherBenefit benefit) {
        return new Statements.Benefit(
                benefit.kind(), Statement.Kind.HOLDS, benefit.from(), benefit.to(), Fen.ofYuan(benefit.monthly()));
    }

    private static Statements.Sentence sentence(Imprisonment sentence) {
        return new Statements.Sentence(Statement.Kind.HOLDS, sentence.from(), sentence.to());
    }

    /** Of a household as told. */
    static Statements of(HouseholdClaim told) {
        return Statements.some()
                .income(told.income() == null ? null : Statement.since(told.incomeSince(), told.income()))
                .elderCarer(nowOrNothing(told.elderCarer()))
                .employedMembers(nowOrNothing(told.employedMembers()))
                .workableMembers(nowOrNothing(told.workableMembers()))
                .build();
    }

    private static <T> @Nullable Statement<T> nowOrNothing(@Nullable T value) {
        return value == null ? null : Statement.since(null, value);
    }

    /** What a household that is held without any report says. */
    static Statements of(Household held) {
        return of(new HouseholdClaim(
                null,
                held.income(),
                held.incomeSince(),
                held.elderCarer(),
                held.employedMembers(),
                held.workableMembers()));
    }

    /** Where a former registration stood. */
    static Statements formerHukou(String area, @Nullable LocalDate since, LocalDate lastDay) {
        return Statements.some()
                .hukou(new Statement<>(
                        since == null ? lastDay.minusYears(1) : since, lastDay, Statement.Kind.HOLDS, area))
                .build();
    }
}
