package org.huizhu.identity.resident;

import org.springframework.boot.test.context.TestComponent;

/** Lets tests of other packages do what the schedule does. */
@TestComponent
public class TurnTheDay {

    private final TurnOfDay turnOfDay;

    TurnTheDay(TurnOfDay turnOfDay) {
        this.turnOfDay = turnOfDay;
    }

    public void turn() {
        turnOfDay.turn();
    }
}
