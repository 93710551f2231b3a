package org.huizhu.casework;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.huizhu.eligibility.Delivery;
import org.huizhu.eligibility.Outcome;
import org.huizhu.platform.decisions.ChangedDecision;
import org.huizhu.platform.decisions.DecisionFollower;

/**
 * Opens a case when a programme that comes without an application (免申即享) is found to be due. If the rules turn round
 * later, the case is flagged for a person and stays.
 */
final class OpenCases implements DecisionFollower {

    private final Cases cases;

    OpenCases(Cases cases) {
        this.cases = cases;
    }

    @Override
    public void decided(List<ChangedDecision> changes) {
        cases.open(keys(changes, OpenCases::becameDue));
        cases.flag(keys(changes, OpenCases::ceasedToBeDue), CaseFlag.RULES_DISAGREE);
    }

    private static boolean becameDue(ChangedDecision change) {
        return change.before() != Outcome.ELIGIBLE
                && change.decision().outcome() == Outcome.ELIGIBLE
                && change.decision().delivery() != Delivery.APPLY;
    }

    private static boolean ceasedToBeDue(ChangedDecision change) {
        return change.before() == Outcome.ELIGIBLE && change.decision().outcome() != Outcome.ELIGIBLE;
    }

    private static List<Cases.Key> keys(List<ChangedDecision> changes, Predicate<ChangedDecision> which) {
        return changes.stream()
                .filter(which)
                .map(ChangedDecision::decision)
                .map(decision -> new Cases.Key(decision.residentId(), decision.programme()))
                .toList();
    }

    @Override
    public Map<String, Map<String, Object>> of(String residentId) {
        return cases.of(residentId);
    }
}
