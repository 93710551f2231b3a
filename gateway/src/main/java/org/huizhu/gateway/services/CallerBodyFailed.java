package org.huizhu.gateway.services;

import org.huizhu.gateway.problems.Problem;

/** What the caller sent ended early or was too large: not the fault of the service that was to receive it. */
public class CallerBodyFailed extends RuntimeException {

    private final Problem problem;

    public CallerBodyFailed(Problem problem, Throwable cause) {
        super(problem.code(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
