package org.huizhu.platform.packs;

import java.time.LocalDate;
import java.util.Map;
import org.huizhu.eligibility.RuleBroken;
import org.huizhu.eligibility.RulePacks;
import org.jspecify.annotations.Nullable;

/** One programme under the packs in force and under the draft, on one day. */
record Trial(String programme, RulePacks packs, RulePacks withDraft, LocalDate on) {

    /**
     * Both answers for one resident.
     *
     * @throws RuleBroken when a rule of the draft breaks; if one of the pack in force does, there is no answer before
     */
    Rehearsed of(String residentId, @Nullable String area, Map<String, @Nullable Object> facts) {
        Answer after = answer(withDraft, facts);
        return new Rehearsed(residentId, area, Traits.of(facts, area, on), before(facts), after);
    }

    private Answer before(Map<String, @Nullable Object> facts) {
        try {
            return answer(packs, facts);
        } catch (RuleBroken broken) {
            return Answer.NONE;
        }
    }

    private Answer answer(RulePacks rules, Map<String, @Nullable Object> facts) {
        return rules.assessToday(programme, facts, on).map(Answer::of).orElse(Answer.NONE);
    }
}
