package org.huizhu.platform.letters;

/** What came of a record that was tried again. */
public sealed interface Replay {

    /** Nothing is left to be done. */
    enum Done implements Replay {
        /** What it says is held now, and what follows from it was done. */
        TAKEN_IN,
        /** What is held was as new or newer: the record changed nothing. */
        OVERTAKEN,
        /** The same event had come in by another record: this one changed nothing. */
        KNOWN
    }

    /** It can still not be read; {@code reason} holds nothing of its content. */
    record Unreadable(String reason) implements Replay {}
}
