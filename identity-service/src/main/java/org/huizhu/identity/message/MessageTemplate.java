package org.huizhu.identity.message;

/** What messages say; the words are {@code <key>.title} and {@code <key>.text} in the bundle {@code messages/letters}. */
public enum MessageTemplate {
    /** Somebody asks this account to act for a resident; argument: until which day. */
    DELEGATION_ASKED("delegation.asked"),
    /** Somebody may now act for the resident; argument: until which day. */
    DELEGATION_ACCEPTED("delegation.accepted"),
    /** What was asked for was refused. */
    DELEGATION_REFUSED("delegation.refused"),
    /** It ended before its time. */
    DELEGATION_REVOKED("delegation.revoked"),
    /** Its time is over. */
    DELEGATION_EXPIRED("delegation.expired"),
    /** It ended because one of both died. */
    DELEGATION_ENDED("delegation.ended"),
    /** A guardian was entered; argument: until which day. */
    GUARDIAN_ENTERED("guardian.entered"),
    /** An account was linked with the file. */
    ACCOUNT_LINKED("account.linked"),
    /** Somebody looked at the file with nothing masked; argument: for what purpose. */
    FILE_READ_IN_FULL("file.read-in-full");

    private final String key;

    MessageTemplate(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
