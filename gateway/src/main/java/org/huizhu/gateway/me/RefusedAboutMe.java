package org.huizhu.gateway.me;

import org.huizhu.gateway.problems.Problem;

/** No service answers this caller about that file, or the question makes no sense. */
class RefusedAboutMe extends RuntimeException {

    private final Problem problem;

    RefusedAboutMe(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
