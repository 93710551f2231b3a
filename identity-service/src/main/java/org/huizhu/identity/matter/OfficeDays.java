package org.huizhu.identity.matter;

import java.time.InstantSource;
import org.huizhu.identity.calendar.WorkingDays;
import org.huizhu.platform.time.Shanghai;
import org.springframework.stereotype.Component;

/** Says which day it is, and what holds on it. */
@Component
class OfficeDays {

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
}
