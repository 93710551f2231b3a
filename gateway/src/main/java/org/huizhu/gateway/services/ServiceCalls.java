package org.huizhu.gateway.services;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.ServerResponse;

/** How services are called: HTTP/1.1 on virtual threads, with breakers that count what is the service's own fault. */
@Configuration(proxyBeanMethods = false)
class ServiceCalls {

    /** HTTP/1.1: the upgrade to HTTP/2 that the client would try on each new connection gains nothing inside. */
    @Bean
    JdkClientHttpRequestFactoryBuilder requestFactoryBuilder() {
        return ClientHttpRequestFactoryBuilder.jdk()
                .withHttpClientCustomizer(client ->
                        client.version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER));
    }

    /** One virtual thread a call; the trace of the request goes along. */
    @Bean(destroyMethod = "close")
    ExecutorService callExecutor() {
        return ContextExecutorService.wrap(
                Executors.newVirtualThreadPerTaskExecutor(),
                ContextSnapshotFactory.builder().build());
    }

    @Bean
    CircuitBreakerRegistry breakers(ServiceSettings settings) {
        var breaker = settings.protection().breaker();
        return CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(breaker.window())
                .minimumNumberOfCalls(breaker.minimumCalls())
                .failureRateThreshold(breaker.failureRate())
                .waitDurationInOpenState(breaker.openFor())
                .permittedNumberOfCallsInHalfOpenState(breaker.trialCalls())
                .recordExceptions(IOException.class, ResourceAccessException.class, TimeoutException.class)
                .ignoreExceptions(CallerBodyFailed.class)
                .recordResult(ServiceCalls::isFailure)
                .build());
    }

    private static boolean isFailure(Object answer) {
        return switch (answer) {
            case ServerResponse response -> failed(response.statusCode());
            case ResponseEntity<?> response -> failed(response.getStatusCode());
            default -> false;
        };
    }

    private static boolean failed(HttpStatusCode status) {
        return status.is5xxServerError();
    }

    @Bean
    BulkheadRegistry bulkheads() {
        return BulkheadRegistry.ofDefaults();
    }

    @Bean
    MeterBinder breakerMetrics(CircuitBreakerRegistry breakers) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers);
    }

    @Bean
    MeterBinder bulkheadMetrics(BulkheadRegistry bulkheads) {
        return TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads);
    }
}
