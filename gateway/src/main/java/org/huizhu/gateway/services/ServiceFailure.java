package org.huizhu.gateway.services;

import org.huizhu.gateway.problems.Problem;

/** A service did not answer: away, too slow, or spared because it has been failing. */
public class ServiceFailure extends RuntimeException {

    private final Problem problem;
    private final long retryAfterSeconds;

    ServiceFailure(String service, Problem problem, long retryAfterSeconds, Throwable cause) {
        super(service + ": " + problem.code(), cause);
        this.problem = problem;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public Problem problem() {
        return problem;
    }

    /** When it is worth asking again. */
    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
