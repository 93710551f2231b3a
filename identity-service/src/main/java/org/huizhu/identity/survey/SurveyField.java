package org.huizhu.identity.survey;

/** What a survey can say otherwise, and what is proposed then. What is not known yet is proposed to be taken. */
enum SurveyField {
    NAME(Proposal.ASK, true),
    PHONE(Proposal.TAKE, true),
    ADDRESS_LINE(Proposal.TAKE, true),
    HUKOU(Proposal.ASK, false),
    HOME(Proposal.ASK, false),
    /** Found by civil affairs, not at the door. */
    INCOME(Proposal.KEEP, false),
    ELDER_CARER(Proposal.TAKE, false),
    EMPLOYED_MEMBERS(Proposal.TAKE, false),
    WORKABLE_MEMBERS(Proposal.TAKE, false),
    EMPLOYMENT(Proposal.TAKE, false),
    SCHOOLING(Proposal.TAKE, false),
    CARE_NEED(Proposal.ASK, false),
    GUARDIAN(Proposal.ASK, false),
    /** Granted by others, not at the door. */
    OTHER_BENEFITS(Proposal.KEEP, false),
    /** Changed by an assessment alone: it cannot be taken. */
    CERTIFICATE(Proposal.KEEP, false);

    private final Proposal proposal;
    private final boolean personal;

    SurveyField(Proposal proposal, boolean personal) {
        this.proposal = proposal;
        this.personal = personal;
    }

    Proposal proposal(boolean held) {
        return held || this == CERTIFICATE ? proposal : Proposal.TAKE;
    }

    /** Whether its value identifies somebody and is not shown. */
    boolean isPersonal() {
        return personal;
    }
}
