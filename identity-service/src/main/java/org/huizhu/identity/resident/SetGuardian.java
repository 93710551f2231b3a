package org.huizhu.identity.resident;

import org.huizhu.contracts.EventTypes;
import org.huizhu.contracts.Fact;
import org.huizhu.contracts.ResidentFacts.Guardian;
import org.huizhu.contracts.ResidentFacts.GuardianKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sets the fact who is a resident's guardian. */
@Component
public class SetGuardian {

    private final ChangeFile changeFile;

    SetGuardian(ChangeFile changeFile) {
        this.changeFile = changeFile;
    }

    /** In the caller's transaction; {@code null}: it is known that there is none. What is so already is not told again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void set(String residentId, @Nullable GuardianKind kind) {
        Fact<Guardian> guardian = kind == null ? Fact.none() : Fact.of(new Guardian(kind));
        changeFile.change(
                residentId,
                EventTypes.RESIDENT_UPDATED,
                resident -> resident.with(
                        resident.person(), with(resident.situation(), guardian), resident.certificates()));
    }

    private static Situation with(Situation held, Fact<Guardian> guardian) {
        return new Situation(
                held.hukou(),
                held.home(),
                held.otherBenefits(),
                held.careNeed(),
                held.employment(),
                held.schooling(),
                guardian,
                held.imprisonment(),
                held.residencePermit(),
                held.screening());
    }
}
