package org.huizhu.platform.outbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages leave.
 *
 * @param service the name of this service, as in {@code /huizhu/identity}
 * @param batch records sent in one round
 * @param bucketsPerRound how many of the eight key buckets one instance takes in a round
 * @param poll how long to rest when nothing woke the relay
 * @param retryAfter the first rest after a failure; doubles up to {@code retryAtMost}
 * @param sendWithin how long the broker may take for a batch before the round is given up and tried again
 */
@Validated
@ConfigurationProperties("huizhu.outbox")
public record OutboxSettings(
        @NotBlank String service,
        @DefaultValue("1000") @Min(1) @Max(10_000) int batch,
        @DefaultValue("8") @Min(1) @Max(8) int bucketsPerRound,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("200ms") Duration retryAfter,
        @DefaultValue("2s") Duration retryAtMost,
        @DefaultValue("10s") Duration sendWithin) {}
