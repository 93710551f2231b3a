package org.huizhu.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.huizhu.contracts.ContractJson;
import tools.jackson.core.type.TypeReference;

/** A message as it waits in the table. */
record OutboxRow(long id, String topic, String key, String headers, byte[] payload) {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    ProducerRecord<String, byte[]> toRecord() {
        var kafka = new ProducerRecord<>(topic, key, payload);
        ContractJson.MAPPER
                .readValue(headers, HEADERS)
                .forEach((name, value) -> kafka.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return kafka;
    }
}
