package org.huizhu.gateway.explain;

import java.util.List;
import org.huizhu.gateway.explain.Decision.Outcome;

/**
 * Programmes with the same outcome.
 *
 * @param programmes those shown at once
 * @param folded plain noes, with which nothing is under way: one closed list
 */
public record OutcomeGroup(Outcome outcome, List<ProgrammeView> programmes, List<ProgrammeView> folded) {

    static OutcomeGroup of(Outcome outcome, List<ProgrammeView> programmes) {
        return new OutcomeGroup(
                outcome,
                programmes.stream().filter(programme -> !programme.isPlainNo()).toList(),
                programmes.stream().filter(ProgrammeView::isPlainNo).toList());
    }

    public int count() {
        return programmes.size() + folded.size();
    }
}
