package org.huizhu.platform.outbox;

/**
 * What to tell: {@code key} is the resident, {@code type} the CloudEvents type, {@code data} a contract record that
 * becomes JSON, {@code schema} the name of its JSON Schema.
 */
public record OutboxMessage(String topic, String key, String type, String schema, Object data) {}
