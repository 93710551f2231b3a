package org.huizhu.identity.survey;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huizhu.contracts.ContractJson;
import org.huizhu.contracts.Fact;
import org.huizhu.contracts.ResidentFacts.CareNeed;
import org.huizhu.contracts.ResidentFacts.Employment;
import org.huizhu.contracts.ResidentFacts.Home;
import org.huizhu.contracts.ResidentFacts.Household;
import org.huizhu.contracts.ResidentFacts.Hukou;
import org.huizhu.contracts.ResidentFacts.OtherBenefit;
import org.huizhu.contracts.ResidentFacts.Schooling;
import org.huizhu.identity.resident.HeldFile;
import org.huizhu.identity.resident.HouseholdClaim;
import org.huizhu.identity.resident.Person;
import org.huizhu.identity.resident.Registration;
import org.huizhu.identity.resident.Situation;
import org.jspecify.annotations.Nullable;

/** Compares what is held with what was surveyed, field by field. A cell that is empty says nothing. */
final class Compare {

    private final Map<SurveyField, Difference> differences = new EnumMap<>(SurveyField.class);

    private Compare() {}

    /** Both values as JSON; {@code held} is empty for what is not known. */
    record Difference(@Nullable String held, String surveyed) {}

    static Map<SurveyField, Difference> of(HeldFile file, Registration surveyed) {
        var compare = new Compare();
        compare.person(file.person(), surveyed.person());
        compare.situation(file.situation(), surveyed.situation());
        HouseholdClaim household = surveyed.household();
        if (household != null) {
            compare.household(file.household(), household);
        }
        return compare.differences;
    }

    /** The held value of one field as it stands in a difference. */
    static @Nullable String held(HeldFile file, SurveyField field) {
        Person person = file.person();
        Situation now = file.situation();
        Household household = file.household();
        return switch (field) {
            case NAME -> json(person.name());
            case PHONE -> json(person.phone());
            case ADDRESS_LINE -> json(person.addressLine());
            case HUKOU -> json(now.hukou());
            case HOME -> json(now.home());
            case INCOME -> household == null ? null : json(household.income());
            case ELDER_CARER -> household == null ? null : json(household.elderCarer());
            case EMPLOYED_MEMBERS -> household == null ? null : json(household.employedMembers());
            case WORKABLE_MEMBERS -> household == null ? null : json(household.workableMembers());
            case EMPLOYMENT -> json(now.employment());
            case SCHOOLING -> json(now.schooling());
            case CARE_NEED -> json(now.careNeed());
            case GUARDIAN -> json(now.guardian());
            case OTHER_BENEFITS -> json(now.otherBenefits());
            case CERTIFICATE ->
                file.card() == null
                        ? null
                        : json(file.card().category() + "/" + file.card().level());
        };
    }

    private static @Nullable String json(@Nullable Object value) {
        return value == null ? null : ContractJson.MAPPER.writeValueAsString(value);
    }

    private static @Nullable String json(Fact<?> fact) {
        return switch (fact) {
            case Fact.Unknown<?> unknown -> null;
            case Fact.None<?> none -> "null";
            case Fact.Known<?>(Object value) -> ContractJson.MAPPER.writeValueAsString(value);
        };
    }

    private void person(Person held, Person told) {
        values(SurveyField.NAME, held.name(), told.name());
        values(SurveyField.PHONE, held.phone(), told.phone());
        values(SurveyField.ADDRESS_LINE, held.addressLine(), told.addressLine());
    }

    private void household(@Nullable Household held, HouseholdClaim told) {
        values(SurveyField.INCOME, held == null ? null : held.income(), told.income());
        values(SurveyField.ELDER_CARER, held == null ? null : held.elderCarer(), told.elderCarer());
        values(SurveyField.EMPLOYED_MEMBERS, held == null ? null : held.employedMembers(), told.employedMembers());
        values(SurveyField.WORKABLE_MEMBERS, held == null ? null : held.workableMembers(), told.workableMembers());
    }

    private void values(SurveyField field, @Nullable Object held, @Nullable Object told) {
        if (told != null && !told.equals(held)) {
            differences.put(field, new Difference(json(held), ContractJson.MAPPER.writeValueAsString(told)));
        }
    }

    private void situation(Situation held, Situation told) {
        facts(SurveyField.HUKOU, held.hukou(), told.hukou(), Compare::sameHukou);
        facts(SurveyField.HOME, held.home(), told.home(), Compare::sameHome);
        facts(SurveyField.EMPLOYMENT, held.employment(), told.employment(), Compare::sameWork);
        facts(SurveyField.SCHOOLING, held.schooling(), told.schooling(), Compare::sameSchool);
        facts(SurveyField.CARE_NEED, held.careNeed(), told.careNeed(), Compare::sameCare);
        facts(SurveyField.GUARDIAN, held.guardian(), told.guardian(), Object::equals);
        facts(SurveyField.OTHER_BENEFITS, held.otherBenefits(), told.otherBenefits(), Compare::sameBenefits);
    }

    private interface Same<T> {
        boolean are(T held, T told);
    }

    private <T> void facts(SurveyField field, Fact<T> held, Fact<T> told, Same<T> same) {
        String surveyed = json(told);
        boolean agrees = (held instanceof Fact.Known<T>(T before) && told instanceof Fact.Known<T>(T now))
                ? same.are(before, now)
                : held.equals(told);
        if (surveyed != null && !agrees) {
            differences.put(field, new Difference(json(held), surveyed));
        }
    }

    private static boolean sameHukou(Hukou held, Hukou told) {
        return held.area().equals(told.area()) && sameIfTold(held.since(), told.since());
    }

    private static boolean sameHome(Home held, Home told) {
        return held.street().equals(told.street())
                && (told.community() == null || told.community().equals(held.community()));
    }

    private static boolean sameWork(Employment held, Employment told) {
        return held.status() == told.status() && sameIfTold(held.since(), told.since());
    }

    private static boolean sameSchool(Schooling held, Schooling told) {
        return held.stage() == told.stage() && (told.placement() == null || told.placement() == held.placement());
    }

    private static boolean sameCare(CareNeed held, CareNeed told) {
        return held.needed() == told.needed() && sameIfTold(held.assessedOn(), told.assessedOn());
    }

    /** A file says of a benefit what it is and from when to when, not how much. */
    private static boolean sameBenefits(List<OtherBenefit> held, List<OtherBenefit> told) {
        return periods(held).equals(periods(told));
    }

    private static List<OtherBenefit> periods(List<OtherBenefit> benefits) {
        return benefits.stream()
                .map(benefit -> new OtherBenefit(benefit.kind(), benefit.from(), benefit.to(), null))
                .toList();
    }

    private static boolean sameIfTold(@Nullable LocalDate held, @Nullable LocalDate told) {
        return told == null || Objects.equals(held, told);
    }
}
