package org.huizhu.platform.letters;

import org.huizhu.platform.problem.Problem;

/** Why something cannot be done with a letter. */
final class LetterProblems {

    private LetterProblems() {}

    static Problem none() {
        return Problem.notFound("no-such-dead-letter");
    }

    static void refuseUnlessOpen(Letter letter) {
        switch (letter.state()) {
            case OPEN -> {}
            case REPLAYED -> throw Problem.conflict("dead-letter-replayed");
            case DISCARDED -> throw Problem.conflict("dead-letter-discarded");
        }
    }
}
