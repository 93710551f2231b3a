package org.huizhu.platform.letters;

/** What is wrong with a record that was put aside. */
public enum Why {
    /** It is not what its topic promises: whoever sent it must send it anew, or this service must learn to read it. */
    UNREADABLE,
    /** It is well-formed, but what should follow from it failed: once the cause is gone it can be tried again. */
    FAILED
}
