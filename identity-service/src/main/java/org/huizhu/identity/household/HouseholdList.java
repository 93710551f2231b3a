package org.huizhu.identity.household;

/** The households that programmes look for, each as the condition that finds them ({@code h} is the household). */
enum HouseholdList {
    /** 一户多残: two or more members hold a valid certificate. */
    MULTI_DISABLED("h.disabled_members >= 2"),
    /** 以老养残: somebody of 60 or more cares for a disabled member. */
    ELDER_CARER("h.disabled_members >= 1 AND COALESCE(h.derived_elder_carer, h.elder_carer)"),
    /** 零就业: somebody could work, and nobody does. */
    ZERO_EMPLOYMENT("h.disabled_members >= 1 AND COALESCE(h.derived_employed, h.employed_members) = 0"
            + " AND COALESCE(h.derived_workable, h.workable_members) >= 1");

    private final String condition;

    HouseholdList(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
