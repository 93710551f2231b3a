package org.huizhu.gateway.problems;

import java.io.IOException;

/** Reading what the caller sends ended early: it is too large, or it broke off. */
public class BodyRefused extends IOException {

    private final Problem problem;

    public BodyRefused(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
