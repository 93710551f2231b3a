package org.huizhu.platform.outbox;

import org.huizhu.contracts.Schemas;
import org.jspecify.annotations.Nullable;

/**
 * What to tell: {@code key} is the resident, {@code type} the CloudEvents type, {@code data} a contract record that
 * becomes JSON, {@code
 * traceparent} the trace it goes on with, {@code schema} what it matches.
 */
public record OutboxMessage(
        String topic,
        String key,
        String type,
        Schemas schema,
        Object data,
        @Nullable String traceparent) {

    /** A message that belongs to the trace of the thread that writes it. */
    public OutboxMessage(String topic, String key, String type, Schemas schema, Object data) {
        this(topic, key, type, schema, data, null);
    }
}
