package org.huizhu.gateway.benefits;

import org.huizhu.gateway.problems.Problem;

/** No service answers this caller about this resident. */
public class BenefitsRefused extends RuntimeException {

    private final Problem problem;

    BenefitsRefused(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
