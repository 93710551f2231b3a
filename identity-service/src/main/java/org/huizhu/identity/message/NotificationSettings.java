package org.huizhu.identity.message;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Messages that leave the portal.
 *
 * @param channel the name of the {@link Channel} that takes them out; {@code local} only keeps them to be looked at
 * @param attempts how often one is tried before it waits for somebody to see to it
 * @param retryAfter how long to wait after the first try that failed; it doubles with each
 * @param poll how often to look for what is due
 */
@ConfigurationProperties("huizhu.notifications")
record NotificationSettings(
        @DefaultValue("local") String channel,
        @DefaultValue("8") int attempts,
        @DefaultValue("30s") Duration retryAfter,
        @DefaultValue("2s") Duration poll) {}
