package org.huizhu.gateway.services;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import org.huizhu.gateway.services.ServiceSettings.Protection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The guards of all services. */
@Component
public class ServiceGuards {

    private static final Logger log = LoggerFactory.getLogger(ServiceGuards.class);

    private final ConcurrentMap<String, ServiceGuard> guards = new ConcurrentHashMap<>();
    private final Protection protection;
    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;
    private final ExecutorService executor;

    ServiceGuards(
            ServiceSettings settings,
            CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads,
            ExecutorService callExecutor) {
        this.protection = settings.protection();
        this.breakers = breakers;
        this.bulkheads = bulkheads;
        this.executor = callExecutor;
        breakers.getEventPublisher().onEntryAdded(added -> logChanges(added.getAddedEntry()));
    }

    /** For what a caller asks of one service. */
    public ServiceGuard calls(String service) {
        return guards.computeIfAbsent(
                service, name -> guard(name, name, protection.concurrentCalls(), protection.timeLimit()));
    }

    /** For files on their way to a service: longer, fewer, and with a breaker of their own. */
    public ServiceGuard uploads(String service) {
        return guards.computeIfAbsent(
                service + "-uploads",
                name -> guard(name, name, protection.concurrentUploads(), protection.uploadTimeLimit()));
    }

    /** For one part of a page that waits for several services: shares the service's breaker, but gives up earlier. */
    public ServiceGuard parts(String service) {
        return guards.computeIfAbsent(
                service + "-parts",
                name -> guard(service, name, protection.concurrentCalls(), protection.benefitsTimeLimit()));
    }

    private ServiceGuard guard(String breaker, String name, int concurrent, Duration limit) {
        var bulkhead = BulkheadConfig.custom()
                .maxConcurrentCalls(concurrent)
                .maxWaitDuration(Duration.ZERO)
                .build();
        return new ServiceGuard(
                bulkheads.bulkhead(name, bulkhead), breakers.circuitBreaker(breaker), TimeLimiter.of(limit), executor);
    }

    private static void logChanges(CircuitBreaker breaker) {
        breaker.getEventPublisher()
                .onStateTransition(change -> log.atWarn()
                        .addKeyValue("event", "breaker-changed")
                        .addKeyValue("peer", change.getCircuitBreakerName())
                        .addKeyValue("state", change.getStateTransition().getToState())
                        .log("Breaker changed"));
    }
}
