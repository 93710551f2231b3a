package org.huizhu.identity.delegation;

import java.time.Duration;
import java.util.List;
import org.huizhu.platform.work.BackgroundWorker;
import org.huizhu.platform.work.BackgroundWorker.Rests;
import org.huizhu.platform.work.WorksInBackground;
import org.springframework.stereotype.Component;

/**
 * Writes down what has run out, so that the guardian's fact ends and people are told. Nobody is let in any longer for
 * its being late: the clock decides at each call.
 */
@Component
class ExpireDelegations implements WorksInBackground {

    private static final int BATCH = 100;
    private static final Rests RESTS = new Rests(Duration.ofSeconds(20), Duration.ofSeconds(1), Duration.ofMinutes(1));

    private final GivenDelegations delegations;
    private final EndDelegation end;
    private final BackgroundWorker worker = new BackgroundWorker("delegations", this::round, RESTS);

    ExpireDelegations(GivenDelegations delegations, EndDelegation end) {
        this.delegations = delegations;
        this.end = end;
    }

    /** Whether there was something. */
    boolean round() {
        List<String> residents = delegations.residentsWithExpired(BATCH);
        residents.forEach(end::expire);
        return !residents.isEmpty();
    }

    @Override
    public BackgroundWorker worker() {
        return worker;
    }

    @Override
    public Duration stopWithin() {
        return Duration.ofSeconds(10);
    }
}
