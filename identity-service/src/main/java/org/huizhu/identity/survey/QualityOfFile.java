package org.huizhu.identity.survey;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.huizhu.contracts.DisabilityCategory;
import org.huizhu.contracts.Fact;
import org.huizhu.contracts.ResidentFacts.Employment;
import org.huizhu.contracts.ResidentFacts.EmploymentStatus;
import org.huizhu.contracts.ResidentFacts.Home;
import org.huizhu.contracts.ResidentFacts.Household;
import org.huizhu.contracts.ResidentFacts.SchoolStage;
import org.huizhu.contracts.ResidentFacts.Schooling;
import org.huizhu.identity.resident.HeldFile;
import org.huizhu.identity.resident.Situation;
import org.jspecify.annotations.Nullable;

/** How good one holder's file is: of the fields that should be known, how many are; and whether they can be true. */
record QualityOfFile(int expected, int known, boolean plausible) {

    private static final int SCHOOL_FROM = 6;
    private static final int ADULT = 18;
    private static final int ELDER = 60;

    static QualityOfFile of(HeldFile file, LocalDate today) {
        Situation now = file.situation();
        int age = Math.toIntExact(
                ChronoUnit.YEARS.between(file.person().idNumber().birthDate(), today));
        Household household = file.household();
        boolean needsGuardian = age < ADULT
                || (file.card() != null
                        && (file.card().category() == DisabilityCategory.INTELLECTUAL
                                || file.card().category() == DisabilityCategory.MENTAL));
        Stream.Builder<Boolean> fields = Stream.builder();
        fields.add(file.person().phone() != null)
                .add(file.person().addressLine() != null)
                .add(now.home().asOptional().map(Home::community).isPresent())
                .add(isKnown(now.hukou()))
                .add(isKnown(now.careNeed()))
                .add(household != null && household.income() != null);
        if (age >= ADULT && age < ELDER) {
            fields.add(isKnown(now.employment()));
        }
        if (age >= SCHOOL_FROM && age < ADULT) {
            fields.add(isKnown(now.schooling()));
        }
        if (needsGuardian) {
            fields.add(isKnown(now.guardian()));
        }
        Boolean[] all = fields.build().toArray(Boolean[]::new);
        int known = Math.toIntExact(Stream.of(all).filter(Boolean::booleanValue).count());
        return new QualityOfFile(all.length, known, isPlausible(now, age, household));
    }

    private static boolean isKnown(Fact<?> fact) {
        return !(fact instanceof Fact.Unknown<?>);
    }

    /** Nobody works as a child, learns at primary school as an adult, or is retired in their youth. */
    private static boolean isPlausible(Situation now, int age, @Nullable Household household) {
        EmploymentStatus work =
                now.employment().asOptional().map(Employment::status).orElse(null);
        SchoolStage school = now.schooling().asOptional().map(Schooling::stage).orElse(null);
        boolean worksAsChild =
                age < 16 && (work == EmploymentStatus.EMPLOYED || work == EmploymentStatus.SELF_EMPLOYED);
        boolean retiredInYouth = age < 45 && work == EmploymentStatus.RETIRED;
        boolean childsSchool = (age > 12 && school == SchoolStage.PRESCHOOL)
                || (age > 20 && (school == SchoolStage.PRIMARY || school == SchoolStage.JUNIOR));
        boolean moreAtWorkThanCan = household != null
                && household.employedMembers() != null
                && household.workableMembers() != null
                && household.employedMembers() > household.workableMembers();
        return !worksAsChild && !retiredInYouth && !childsSchool && !moreAtWorkThanCan;
    }
}
