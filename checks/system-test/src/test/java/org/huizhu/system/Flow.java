package org.huizhu.system;

import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.huizhu.local.platform.Part;

/** How far facts and decisions have come on their way. */
record Flow(Platform platform) {

    /** Returns when nothing is on its way any more: nothing waits to be sent, everything sent has been taken in. */
    void awaitRest(Duration atMost) {
        Awaitility.await()
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(this::isAtRest);
    }

    private boolean isAtRest() throws SQLException {
        if (waiting(Part.IDENTITY) > 0) {
            return false;
        }
        long end = platform.topics().end(org.huizhu.contracts.Topics.RESIDENT);
        for (Part service : Platform.DECIDING) {
            if (takenIn(service) < end || waiting(service) > 0) {
                return false;
            }
        }
        return waiting(Part.IDENTITY) == 0;
    }

    private long waiting(Part service) throws SQLException {
        return platform.database(service).number("SELECT COUNT(*) FROM outbox");
    }

    private long takenIn(Part service) throws SQLException {
        return platform.database(service)
                .number("SELECT COALESCE(SUM(next_offset), 0) FROM consumer_position WHERE topic = '"
                        + org.huizhu.contracts.Topics.RESIDENT + "'");
    }
}
