package org.huizhu.identity.resident;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.huizhu.contracts.Fact;
import org.huizhu.contracts.ResidentFacts.CareNeed;
import org.huizhu.contracts.ResidentFacts.Employment;
import org.huizhu.contracts.ResidentFacts.Guardian;
import org.huizhu.contracts.ResidentFacts.Home;
import org.huizhu.contracts.ResidentFacts.Hukou;
import org.huizhu.contracts.ResidentFacts.Imprisonment;
import org.huizhu.contracts.ResidentFacts.OtherBenefit;
import org.huizhu.contracts.ResidentFacts.Schooling;
import org.jspecify.annotations.Nullable;

/** The values of a file that a merge may take, as they stand in its memo. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record MergeValues(
        String name,
        @Nullable String phone,
        @Nullable String addressLine,
        Fact<Hukou> hukou,
        Fact<Home> home,
        @Nullable String household,
        Fact<Employment> employment,
        Fact<Schooling> schooling,
        Fact<CareNeed> careNeed,
        Fact<Guardian> guardian,
        Fact<List<OtherBenefit>> otherBenefits,
        Fact<List<Imprisonment>> imprisonment) {

    static MergeValues of(Resident file) {
        Situation now = file.situation();
        return new MergeValues(
                file.person().name(),
                file.person().phone(),
                file.person().addressLine(),
                now.hukou(),
                now.home(),
                file.householdId(),
                now.employment(),
                now.schooling(),
                now.careNeed(),
                now.guardian(),
                now.otherBenefits(),
                now.imprisonment());
    }

    /** These, with those fields from {@code other}. */
    MergeValues with(Set<MergeField> fields, MergeValues other) {
        return new MergeValues(
                fields.contains(MergeField.NAME) ? other.name : name,
                fields.contains(MergeField.PHONE) ? other.phone : phone,
                fields.contains(MergeField.ADDRESS_LINE) ? other.addressLine : addressLine,
                fields.contains(MergeField.HUKOU) ? other.hukou : hukou,
                fields.contains(MergeField.HOME) ? other.home : home,
                fields.contains(MergeField.HOUSEHOLD) ? other.household : household,
                fields.contains(MergeField.EMPLOYMENT) ? other.employment : employment,
                fields.contains(MergeField.SCHOOLING) ? other.schooling : schooling,
                fields.contains(MergeField.CARE_NEED) ? other.careNeed : careNeed,
                fields.contains(MergeField.GUARDIAN) ? other.guardian : guardian,
                fields.contains(MergeField.OTHER_BENEFITS) ? other.otherBenefits : otherBenefits,
                fields.contains(MergeField.IMPRISONMENT) ? other.imprisonment : imprisonment);
    }

    boolean isSame(MergeField field, MergeValues other) {
        return Objects.equals(value(field), other.value(field));
    }

    private @Nullable Object value(MergeField field) {
        return switch (field) {
            case NAME -> name;
            case PHONE -> phone;
            case ADDRESS_LINE -> addressLine;
            case HUKOU -> hukou;
            case HOME -> home;
            case HOUSEHOLD -> household;
            case EMPLOYMENT -> employment;
            case SCHOOLING -> schooling;
            case CARE_NEED -> careNeed;
            case GUARDIAN -> guardian;
            case OTHER_BENEFITS -> otherBenefits;
            case IMPRISONMENT -> imprisonment;
        };
    }

    /** That file, with these values. */
    Resident in(Resident file) {
        Situation situation = new Situation(
                hukou,
                home,
                otherBenefits,
                careNeed,
                employment,
                schooling,
                guardian,
                imprisonment,
                file.situation().residencePermit(),
                file.situation().screening());
        return of(file, situation);
    }

    /** That file with what of these values nobody reports: who it is, and in which household. */
    Resident personIn(Resident file) {
        return of(file, file.situation());
    }

    private Resident of(Resident file, Situation situation) {
        Person person = new Person(name, file.person().idNumber(), phone, addressLine);
        return file.with(person, situation, file.certificates()).inHousehold(household);
    }
}
