package org.huizhu.identity.resident;

import java.time.LocalDate;
import java.util.List;
import org.huizhu.contracts.Fact;
import org.huizhu.contracts.ResidentFacts.CareNeed;
import org.huizhu.contracts.ResidentFacts.Employment;
import org.huizhu.contracts.ResidentFacts.Guardian;
import org.huizhu.contracts.ResidentFacts.Home;
import org.huizhu.contracts.ResidentFacts.Hukou;
import org.huizhu.contracts.ResidentFacts.Imprisonment;
import org.huizhu.contracts.ResidentFacts.OtherBenefit;
import org.huizhu.contracts.ResidentFacts.ResidencePermit;
import org.huizhu.contracts.ResidentFacts.Schooling;

/**
 * The circumstances that benefits ask about, as facts: in a registration what was told, in a resident what is held.
 * {@code screening} is the day of a screening that was positive.
 */
public record Situation(
        Fact<Hukou> hukou,
        Fact<Home> home,
        Fact<List<OtherBenefit>> otherBenefits,
        Fact<CareNeed> careNeed,
        Fact<Employment> employment,
        Fact<Schooling> schooling,
        Fact<Guardian> guardian,
        Fact<List<Imprisonment>> imprisonment,
        Fact<ResidencePermit> residencePermit,
        Fact<LocalDate> screening) {

    /** Nothing is known. */
    public static final Situation UNKNOWN = new Situation(
            Fact.unknown(),
            Fact.unknown(),
            Fact.unknown(),
            Fact.unknown(),
            Fact.unknown(),
            Fact.unknown(),
            Fact.unknown(),
            Fact.unknown(),
            Fact.unknown(),
            Fact.unknown());
}
