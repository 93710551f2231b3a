package org.huizhu.identity.survey;

import java.util.List;
import java.util.Map;
import org.huizhu.contracts.ContractJson;
import org.huizhu.contracts.Fact;
import org.huizhu.contracts.ResidentFacts.CareNeed;
import org.huizhu.contracts.ResidentFacts.Employment;
import org.huizhu.contracts.ResidentFacts.Guardian;
import org.huizhu.contracts.ResidentFacts.Home;
import org.huizhu.contracts.ResidentFacts.HouseholdIncome;
import org.huizhu.contracts.ResidentFacts.Hukou;
import org.huizhu.contracts.ResidentFacts.OtherBenefit;
import org.huizhu.contracts.ResidentFacts.Schooling;
import org.huizhu.identity.resident.HeldFile;
import org.huizhu.identity.resident.HouseholdClaim;
import org.huizhu.identity.resident.Person;
import org.huizhu.identity.resident.Registration;
import org.huizhu.identity.resident.Situation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** The fields of one person that are taken over from a survey, as a registration that tells nothing else. */
record Taking(HeldFile file, Map<SurveyField, String> values) {

    Registration registration() {
        Person held = file.person();
        String name = text(SurveyField.NAME);
        var person = new Person(
                name == null ? held.name() : name,
                held.idNumber(),
                text(SurveyField.PHONE),
                text(SurveyField.ADDRESS_LINE));
        var situation = new Situation(
                fact(SurveyField.HUKOU, Hukou.class),
                fact(SurveyField.HOME, Home.class),
                benefits(),
                fact(SurveyField.CARE_NEED, CareNeed.class),
                fact(SurveyField.EMPLOYMENT, Employment.class),
                fact(SurveyField.SCHOOLING, Schooling.class),
                fact(SurveyField.GUARDIAN, Guardian.class),
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown());
        return new Registration(person, situation, null, household());
    }

    private @Nullable HouseholdClaim household() {
        var claim = new HouseholdClaim(
                null,
                value(SurveyField.INCOME, HouseholdIncome.class),
                null,
                value(SurveyField.ELDER_CARER, Boolean.class),
                value(SurveyField.EMPLOYED_MEMBERS, Integer.class),
                value(SurveyField.WORKABLE_MEMBERS, Integer.class));
        return claim.equals(new HouseholdClaim(null, null, null, null, null, null)) ? null : claim;
    }

    private @Nullable String text(SurveyField field) {
        return value(field, String.class);
    }

    private <T> @Nullable T value(SurveyField field, Class<T> type) {
        String json = values.get(field);
        return json == null ? null : ContractJson.MAPPER.readValue(json, type);
    }

    private <T> Fact<T> fact(SurveyField field, Class<T> type) {
        String json = values.get(field);
        if (json == null) {
            return Fact.unknown();
        }
        return json.equals("null") ? Fact.none() : Fact.of(ContractJson.MAPPER.readValue(json, type));
    }

    private Fact<List<OtherBenefit>> benefits() {
        String json = values.get(SurveyField.OTHER_BENEFITS);
        return json == null
                ? Fact.unknown()
                : Fact.of(ContractJson.MAPPER.readValue(json, new TypeReference<List<OtherBenefit>>() {}));
    }
}
