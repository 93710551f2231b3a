package org.huizhu.platform.decisions;

import java.util.List;
import java.util.Map;

/** What follows from decisions, in the transaction that stores them; casework opens cases here. */
public interface DecisionFollower {

    void decided(List<ChangedDecision> changes);

    /** What a reader of the decisions should see of it, by programme: JSON values that end up under {@code case}. */
    Map<String, Map<String, Object>> of(String residentId);
}
