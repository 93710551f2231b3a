package org.huizhu.platform.facts;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.huizhu.contracts.Topics;
import org.huizhu.eligibility.RuleBroken;
import org.huizhu.platform.inbox.Arrival;
import org.huizhu.platform.inbox.BatchListener;
import org.huizhu.platform.inbox.DeadLetters;
import org.huizhu.platform.inbox.Positions;
import org.huizhu.platform.inbox.TakeIn;
import org.springframework.kafka.annotation.KafkaListener;

/** Reads residents' facts. */
final class FactsListener extends BatchListener<Snapshot> {

    FactsListener(TakeIn<Snapshot> takeIn, Positions positions, DeadLetters deadLetters) {
        super(Topics.RESIDENT, takeIn, positions, deadLetters);
    }

    @KafkaListener(
            id = "facts",
            topics = Topics.RESIDENT,
            groupId = "${huizhu.decisions.service}",
            batch = "true",
            containerFactory = "factsContainerFactory")
    void receive(List<ConsumerRecord<String, byte[]>> records) {
        receiveAll(records);
    }

    @Override
    protected Arrival<Snapshot> read(ConsumerRecord<String, byte[]> record) {
        return Arrival.read(record, "a facts snapshot", Snapshot::read, Snapshot::residentId);
    }

    /** Only the rules' own message is known to be free of facts. */
    @Override
    protected String reason(RuntimeException failed) {
        return failed instanceof RuleBroken broken
                ? "rule " + broken.condition() + " of " + broken.programme() + " broke"
                : super.reason(failed);
    }
}
