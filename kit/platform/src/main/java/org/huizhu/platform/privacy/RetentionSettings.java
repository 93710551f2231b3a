package org.huizhu.platform.privacy;

import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When old data are removed.
 *
 * @param keep other periods than the rules', by the rule's name: {@code answered-request: P14D}
 * @param at from what time of the day on (Asia/Shanghai) a day's removal may begin
 * @param poll how often to look whether it is time
 */
@ConfigurationProperties("huizhu.retention")
record RetentionSettings(
        @DefaultValue Map<String, Period> keep,
        @DefaultValue("03:30") LocalTime at,
        @DefaultValue("10m") Duration poll) {}
