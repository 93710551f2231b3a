package org.huizhu.identity.bureau;

import java.util.List;
import org.huizhu.identity.resident.HearReports.About;
import org.huizhu.identity.resident.ResidentsFollower;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What bureaus said of somebody before they were known here is said of them when they are. */
@Component
class HearWhatWaited implements ResidentsFollower {

    private final ReceivedEvents events;
    private final ObjectProvider<ReceiveEvents> receive;

    HearWhatWaited(ReceivedEvents events, ObjectProvider<ReceiveEvents> receive) {
        this.events = events;
        this.receive = receive;
    }

    @Override
    public void registered(List<Newcomer> newcomers) {
        List<String> waiting = events.waitingFor(newcomers.stream()
                .<About>map(newcomer -> new About.Person(newcomer.number()))
                .toList());
        if (!waiting.isEmpty()) {
            receive.getObject().retry(waiting);
        }
    }
}
