package org.huizhu.gateway.services;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import org.huizhu.gateway.problems.Problem;
import org.springframework.web.client.ResourceAccessException;

/** Calls one service so that it can cost its callers neither more than a bounded time nor more than a bounded number. */
public final class ServiceGuard {

    private static final long SOON = 1;

    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;
    private final TimeLimiter limiter;
    private final ExecutorService executor;

    ServiceGuard(Bulkhead bulkhead, CircuitBreaker breaker, TimeLimiter limiter, ExecutorService executor) {
        this.bulkhead = bulkhead;
        this.breaker = breaker;
        this.limiter = limiter;
        this.executor = executor;
    }

    /**
     * The answer of the call, which runs on a virtual thread of its own and is interrupted when its time is over.
     *
     * @throws ServiceFailure if the service did not answer or was not asked
     */
    public <T> T call(Callable<T> call) throws Exception {
        Callable<T> limited = limiter.decorateFutureSupplier(() -> executor.submit(call));
        try {
            return bulkhead.executeCallable(breaker.decorateCallable(limited));
        } catch (BulkheadFullException e) {
            throw failure(Problem.SERVICE_BUSY, SOON, e);
        } catch (CallNotPermittedException e) {
            throw failure(Problem.SERVICE_UNAVAILABLE, secondsUntilTrial(), e);
        } catch (TimeoutException e) {
            throw failure(Problem.SERVICE_TIMED_OUT, SOON, e);
        } catch (IOException | ResourceAccessException e) {
            throw failure(Problem.SERVICE_UNAVAILABLE, SOON, e);
        }
    }

    private ServiceFailure failure(Problem problem, long retryAfterSeconds, Exception cause) {
        return new ServiceFailure(breaker.getName(), problem, retryAfterSeconds, cause);
    }

    private long secondsUntilTrial() {
        long millis = breaker.getCircuitBreakerConfig()
                .getWaitIntervalFunctionInOpenState()
                .apply(1);
        return Math.max(SOON, Math.ceilDiv(millis, 1000));
    }
}
