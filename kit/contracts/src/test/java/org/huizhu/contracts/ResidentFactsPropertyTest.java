package org.huizhu.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.huizhu.contracts.ResidentFacts.CareNeed;
import org.huizhu.contracts.ResidentFacts.Certificate;
import org.huizhu.contracts.ResidentFacts.CertificateStatus;
import org.huizhu.contracts.ResidentFacts.Component;
import org.huizhu.contracts.ResidentFacts.Earlier;
import org.huizhu.contracts.ResidentFacts.Employment;
import org.huizhu.contracts.ResidentFacts.EmploymentStatus;
import org.huizhu.contracts.ResidentFacts.FormerCertificate;
import org.huizhu.contracts.ResidentFacts.FormerHukou;
import org.huizhu.contracts.ResidentFacts.Guardian;
import org.huizhu.contracts.ResidentFacts.GuardianKind;
import org.huizhu.contracts.ResidentFacts.Home;
import org.huizhu.contracts.ResidentFacts.Household;
import org.huizhu.contracts.ResidentFacts.HouseholdIncome;
import org.huizhu.contracts.ResidentFacts.Hukou;
import org.huizhu.contracts.ResidentFacts.Imprisonment;
import org.huizhu.contracts.ResidentFacts.OtherBenefit;
import org.huizhu.contracts.ResidentFacts.OtherBenefitKind;
import org.huizhu.contracts.ResidentFacts.ResidencePermit;
import org.huizhu.contracts.ResidentFacts.SchoolPlacement;
import org.huizhu.contracts.ResidentFacts.SchoolStage;
import org.huizhu.contracts.ResidentFacts.Schooling;
import org.huizhu.contracts.ResidentFacts.Screening;
import org.huizhu.contracts.ResidentFacts.Sex;
import org.jspecify.annotations.Nullable;

class ResidentFactsPropertyTest {

    private static final SchemaCheck SCHEMA = SchemaCheck.of(Schemas.RESIDENT_FACTS);

    @Property(seed = "20261125")
    void any_facts_survive_the_wire_and_are_valid(@ForAll("facts") ResidentFacts facts) {
        String json = ContractJson.MAPPER.writeValueAsString(facts);

        assertThat(ContractJson.MAPPER.readValue(json, ResidentFacts.class)).isEqualTo(facts);
        assertThat(SCHEMA.faults(json)).isEmpty();
    }

    @Provide
    Arbitrary<ResidentFacts> facts() {
        var who = Combinators.combine(
                        ids(), Arbitraries.longs().greaterOrEqual(1), known(days()), known(Arbitraries.of(Sex.class)))
                .as(Who::new);
        var place = Combinators.combine(fact(days()), fact(hukou()), fact(permit()), fact(home()))
                .as(Place::new);
        var papers = Combinators.combine(fact(certificate()), fact(household()), fact(benefits()), fact(care()))
                .as(Papers::new);
        var life = Combinators.combine(
                        fact(work()),
                        fact(school()),
                        fact(guardian()),
                        fact(prison()),
                        fact(days().map(Screening::new)))
                .as(Life::new);
        var past = Combinators.combine(
                        earlier().list().ofMinSize(1).ofMaxSize(3).injectNull(0.5), days().injectNull(0.5))
                .as(Past::new);
        return Combinators.combine(who, place, papers, life, past).as(ResidentFactsPropertyTest::join);
    }

    private record Who(String id, Long version, Fact<LocalDate> birth, Fact<Sex> sex) {}

    private record Place(Fact<LocalDate> deceased, Fact<Hukou> hukou, Fact<ResidencePermit> permit, Fact<Home> home) {}

    private record Papers(
            Fact<Certificate> certificate,
            Fact<Household> household,
            Fact<List<OtherBenefit>> benefits,
            Fact<CareNeed> care) {}

    private record Life(
            Fact<Employment> work,
            Fact<Schooling> school,
            Fact<Guardian> guardian,
            Fact<List<Imprisonment>> prison,
            Fact<Screening> screening) {}

    private record Past(
            @Nullable List<Earlier> earlier, @Nullable LocalDate changedFrom) {}

    private static Arbitrary<Earlier> earlier() {
        return Combinators.combine(days().injectNull(0.3), days(), Arbitraries.of(HouseholdIncome.class))
                .as((from, to, income) -> new Earlier(from, to, income, null, null, null));
    }

    private static ResidentFacts join(Who who, Place place, Papers papers, Life life, Past past) {
        return new ResidentFacts(
                who.id,
                who.version,
                who.birth,
                who.sex,
                place.deceased,
                place.hukou,
                place.permit,
                place.home,
                papers.certificate,
                papers.household,
                papers.benefits,
                papers.care,
                life.work,
                life.school,
                life.guardian,
                life.prison,
                life.screening,
                past.earlier,
                past.changedFrom);
    }

    private static <T> Arbitrary<Fact<T>> fact(Arbitrary<T> values) {
        return Arbitraries.oneOf(known(values), Arbitraries.create(Fact::none));
    }

    private static <T> Arbitrary<Fact<T>> known(Arbitrary<T> values) {
        return Arbitraries.oneOf(values.map(Fact::of), Arbitraries.create(Fact::unknown));
    }

    private static Arbitrary<String> ids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                .as((high, low) -> new UUID(high, low).toString());
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1900, 1, 1).toEpochDay(),
                        LocalDate.of(2099, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static Arbitrary<LocalDate> maybeDays() {
        return days().injectNull(0.3);
    }

    private static Arbitrary<String> areas() {
        return Arbitraries.oneOf(digits(6), digits(9), digits(12));
    }

    private static Arbitrary<String> digits(int length) {
        return Arbitraries.strings().numeric().ofLength(length);
    }

    private static Arbitrary<Integer> counts() {
        return Arbitraries.integers().between(0, 20).injectNull(0.3);
    }

    private static Arbitrary<Hukou> hukou() {
        var former = Combinators.combine(areas(), maybeDays(), days())
                .as(FormerHukou::new)
                .list()
                .ofMaxSize(3);
        return Combinators.combine(areas(), maybeDays(), former).as(Hukou::new);
    }

    private static Arbitrary<ResidencePermit> permit() {
        return Combinators.combine(areas(), days()).as(ResidencePermit::new);
    }

    private static Arbitrary<Home> home() {
        return Combinators.combine(digits(9), digits(12).injectNull(0.3)).as(Home::new);
    }

    private static Arbitrary<DisabilityCategory> categories() {
        return Arbitraries.of(DisabilityCategory.class);
    }

    private static Arbitrary<Integer> levels() {
        return Arbitraries.integers().between(1, 4);
    }

    private static Arbitrary<List<Component>> components() {
        return Combinators.combine(categories(), levels())
                .as(Component::new)
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<Certificate> certificate() {
        var former = Combinators.combine(categories(), levels(), components(), days(), days())
                .as(FormerCertificate::new)
                .list()
                .ofMaxSize(2);
        return Combinators.combine(
                        Arbitraries.of(CertificateStatus.class),
                        days(),
                        categories(),
                        levels(),
                        components(),
                        days(),
                        days(),
                        former)
                .as(Certificate::new);
    }

    private static Arbitrary<Household> household() {
        return Combinators.combine(
                        ids(),
                        Arbitraries.of(HouseholdIncome.class).injectNull(0.3),
                        maybeDays(),
                        counts(),
                        counts(),
                        Arbitraries.of(true, false).injectNull(0.3),
                        counts(),
                        counts())
                .as(Household::new);
    }

    private static Arbitrary<List<OtherBenefit>> benefits() {
        var yuan = Arbitraries.longs().between(0, 1_000_000).map(fen -> BigDecimal.valueOf(fen, 2));
        return Combinators.combine(Arbitraries.of(OtherBenefitKind.class), days(), maybeDays(), yuan.injectNull(0.3))
                .as(OtherBenefit::new)
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<CareNeed> care() {
        return Combinators.combine(Arbitraries.of(true, false), maybeDays()).as(CareNeed::new);
    }

    private static Arbitrary<Employment> work() {
        return Combinators.combine(Arbitraries.of(EmploymentStatus.class), maybeDays())
                .as(Employment::new);
    }

    private static Arbitrary<Schooling> school() {
        return Combinators.combine(
                        Arbitraries.of(SchoolStage.class),
                        Arbitraries.of(SchoolPlacement.class).injectNull(0.5))
                .as(Schooling::new);
    }

    private static Arbitrary<Guardian> guardian() {
        return Arbitraries.of(GuardianKind.class).map(Guardian::new);
    }

    private static Arbitrary<List<Imprisonment>> prison() {
        return Combinators.combine(days(), maybeDays())
                .as(Imprisonment::new)
                .list()
                .ofMaxSize(2);
    }
}
