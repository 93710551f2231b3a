package org.huizhu.platform.letters;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.huizhu.platform.letters.Letter.State;
import org.springframework.dao.DataAccessException;

/** How many letters somebody has still to look at. */
final class LettersMetrics implements MeterBinder {

    private final Letters letters;

    LettersMetrics(Letters letters) {
        this.letters = letters;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("huizhu.dead.letters.open", this::open)
                .description("Records put aside that nobody has had processed or put away yet")
                .register(registry);
    }

    private double open() {
        try {
            return letters.count(State.OPEN);
        } catch (DataAccessException away) {
            return Double.NaN;
        }
    }
}
