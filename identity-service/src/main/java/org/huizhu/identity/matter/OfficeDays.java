package org.huizhu.identity.matter;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.huizhu.identity.calendar.WorkingDays;
import org.huizhu.identity.certificate.WaitAfterCancellation;
import org.huizhu.platform.time.Shanghai;
import org.springframework.stereotype.Component;

/** Says which day it is, and what holds on it. */
@Component
class OfficeDays implements WaitAfterCancellation {

    private final MatterRules rules;
    private final WorkingDays workingDays;
    private final InstantSource clock;

    OfficeDays(MatterRules rules, WorkingDays workingDays, InstantSource clock) {
        this.rules = rules;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    OfficeDay today() {
        return new OfficeDay(Shanghai.today(clock), rules, workingDays);
    }

    @Override
    public Optional<LocalDate> over(LocalDate cancelledOn) {
        return today().reapplyFrom(cancelledOn);
    }
}
