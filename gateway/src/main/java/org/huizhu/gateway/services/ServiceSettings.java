package org.huizhu.gateway.services;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the services are and how long one may keep the others waiting.
 *
 * @param services address by name; the name is the second step of a path: {@code /api/<name>/…}
 */
@Validated
@ConfigurationProperties("huizhu.gateway")
public record ServiceSettings(
        @NotEmpty Map<String, URI> services,
        @DefaultValue @Valid Protection protection) {

    /**
     * One breaker, one bulkhead and one time limit per service; uploads have their own, so that they never take the
     * places of short calls.
     *
     * @param benefitsTimeLimit how long one part of the benefits page may take
     */
    public record Protection(
            @DefaultValue("10s") Duration timeLimit,
            @DefaultValue("3s") Duration benefitsTimeLimit,
            @DefaultValue("10m") Duration uploadTimeLimit,
            @DefaultValue("64") int concurrentCalls,
            @DefaultValue("4") int concurrentUploads,
            @DefaultValue Breaker breaker) {}

    /**
     * When a breaker opens and tries again.
     *
     * @param window how many of the last calls are looked at
     * @param minimumCalls how many there must be before it may open
     * @param failureRate share of failed calls, in per cent, at which it opens
     * @param openFor how long it then refuses at once
     * @param trialCalls how many calls it lets through afterwards to see whether the service is back
     */
    public record Breaker(
            @DefaultValue("20") int window,
            @DefaultValue("10") int minimumCalls,
            @DefaultValue("50") float failureRate,
            @DefaultValue("5s") Duration openFor,
            @DefaultValue("3") int trialCalls) {}
}
