package org.huizhu.identity.number;

/** Why a text is no identity number. */
public enum IdNumberFault {
    /** Not 18 characters. */
    LENGTH("id-number-length"),
    /** Something else than digits, and X at the end. */
    CHARACTERS("id-number-characters"),
    /** No province begins so. */
    REGION("id-number-region"),
    /** Digits 7 to 14 are no day on which a living person can be born. */
    DATE("id-number-date"),
    /** Born after today. */
    FUTURE("id-number-future"),
    /** The check character does not fit; which one would is not told, lest a mistyped number be made to pass. */
    CHECK_CHARACTER("id-number-check"),
    /** A spreadsheet made a number of it and lost its last digits. */
    SPREADSHEET_NUMBER("id-number-spreadsheet");

    private final String code;

    IdNumberFault(String code) {
        this.code = code;
    }

    /** The fault's stable code. */
    public String code() {
        return code;
    }
}
