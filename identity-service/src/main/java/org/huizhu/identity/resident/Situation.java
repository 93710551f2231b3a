package org.huizhu.identity.resident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.huizhu.contracts.Fact;
import org.huizhu.contracts.ResidentFacts.CareNeed;
import org.huizhu.contracts.ResidentFacts.Employment;
import org.huizhu.contracts.ResidentFacts.FormerHukou;
import org.huizhu.contracts.ResidentFacts.Guardian;
import org.huizhu.contracts.ResidentFacts.Home;
import org.huizhu.contracts.ResidentFacts.Hukou;
import org.huizhu.contracts.ResidentFacts.Imprisonment;
import org.huizhu.contracts.ResidentFacts.OtherBenefit;
import org.huizhu.contracts.ResidentFacts.Schooling;

/** The circumstances that benefits ask about, as facts: in a registration what was told, in a resident what is held. */
public record Situation(
        Fact<Hukou> hukou,
        Fact<Home> home,
        Fact<List<OtherBenefit>> otherBenefits,
        Fact<CareNeed> careNeed,
        Fact<Employment> employment,
        Fact<Schooling> schooling,
        Fact<Guardian> guardian,
        Fact<List<Imprisonment>> imprisonment) {

    /** What is known after {@code told} on {@code today}: what is not told stays, also a detail of what is unchanged. */
    Situation updatedBy(Situation told, LocalDate today) {
        return new Situation(
                merge(hukou, told.hukou, (held, now) -> moved(held, now, today)),
                merge(home, told.home, Situation::home),
                merge(otherBenefits, told.otherBenefits, (held, now) -> now),
                merge(careNeed, told.careNeed, Situation::careNeed),
                merge(employment, told.employment, Situation::employment),
                merge(schooling, told.schooling, Situation::schooling),
                merge(guardian, told.guardian, (held, now) -> now),
                merge(imprisonment, told.imprisonment, (held, now) -> now));
    }

    private static <T> Fact<T> merge(Fact<T> held, Fact<T> told, BinaryOperator<T> both) {
        if (told instanceof Fact.Unknown) {
            return held;
        }
        if (held instanceof Fact.Known<T>(T before) && told instanceof Fact.Known<T>(T now)) {
            return Fact.of(both.apply(before, now));
        }
        return told;
    }

    private static Hukou moved(Hukou held, Hukou told, LocalDate today) {
        if (told.area().equals(held.area())) {
            return told.since() == null ? held : new Hukou(held.area(), told.since(), held.previous());
        }
        List<FormerHukou> previous = new ArrayList<>(held.previous());
        LocalDate movedOn = Objects.requireNonNullElse(told.since(), today);
        boolean corrected = held.since() != null && !movedOn.isAfter(held.since());
        if (!corrected) {
            previous.add(new FormerHukou(held.area(), held.since(), movedOn.minusDays(1)));
        }
        return new Hukou(told.area(), movedOn, List.copyOf(previous));
    }

    private static Home home(Home held, Home told) {
        return told.community() == null && told.street().equals(held.street()) ? held : told;
    }

    private static CareNeed careNeed(CareNeed held, CareNeed told) {
        return told.assessedOn() == null && told.needed() == held.needed() ? held : told;
    }

    private static Employment employment(Employment held, Employment told) {
        return told.since() == null && told.status() == held.status() ? held : told;
    }

    private static Schooling schooling(Schooling held, Schooling told) {
        return told.placement() == null && told.stage() == held.stage() ? held : told;
    }
}
