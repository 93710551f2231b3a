package org.huizhu.platform.outbox;

import org.huizhu.contracts.Schemas;

/**
 * What to tell: {@code key} is the resident, {@code type} the CloudEvents type, {@code data} a contract record that
 * becomes JSON, {@code schema} what it matches.
 */
public record OutboxMessage(String topic, String key, String type, Schemas schema, Object data) {}
