package org.huizhu.platform.delegation;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.huizhu.contracts.ContractJson;
import org.huizhu.contracts.ResidentDelegations;
import org.huizhu.contracts.Topics;
import org.huizhu.platform.inbox.Arrival;
import org.huizhu.platform.inbox.BatchListener;
import org.huizhu.platform.inbox.DeadLetters;
import org.huizhu.platform.inbox.Positions;
import org.huizhu.platform.inbox.TakeIn;
import org.springframework.kafka.annotation.KafkaListener;

/** Reads who may act for whom, in a group of its own: a long batch of facts must not hold back a revocation. */
final class DelegationsListener extends BatchListener<ResidentDelegations> {

    DelegationsListener(TakeIn<ResidentDelegations> takeIn, Positions positions, DeadLetters deadLetters) {
        super(Topics.DELEGATION, takeIn, positions, deadLetters);
    }

    @KafkaListener(
            id = "delegations",
            topics = Topics.DELEGATION,
            groupId = "${huizhu.decisions.service}-delegations",
            batch = "true",
            containerFactory = "factsContainerFactory")
    void receive(List<ConsumerRecord<String, byte[]>> records) {
        receiveAll(records);
    }

    @Override
    protected Arrival<ResidentDelegations> read(ConsumerRecord<String, byte[]> record) {
        return Arrival.read(
                record,
                "a list of delegations",
                (json, event) -> ContractJson.MAPPER.readValue(json, ResidentDelegations.class),
                ResidentDelegations::residentId);
    }
}
