package org.huizhu.contracts;

/**
 * The categories of GB/T 26341-2010 with the digit that stands at the 19th place of a certificate number
 * (残疾人证管理办法).
 */
public enum DisabilityCategory {
    VISION(1),
    HEARING(2),
    SPEECH(3),
    LIMB(4),
    INTELLECTUAL(5),
    MENTAL(6),
    MULTIPLE(7);

    private final int digit;

    DisabilityCategory(int digit) {
        this.digit = digit;
    }

    /** The digit in the certificate number, 1 to 7. */
    public int digit() {
        return digit;
    }
}
