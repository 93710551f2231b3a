package org.huizhu.eligibility;

/** One condition, exclusion or flag, ready to be evaluated. */
record Rule(PackSpec.RuleSpec spec, Expression expression) {

    ConditionResult.Kind kind() {
        return spec.kind();
    }

    /** Whether the rule's holding speaks for the person. */
    boolean wanted() {
        return spec.kind() == ConditionResult.Kind.CONDITION;
    }
}
