package org.huizhu.identity.card;

/** How far a card is. */
enum CardStatus {
    /** Wanted, in no batch. */
    WAITING,
    /** In a batch that is open or with the producer. */
    ORDERED,
    /** Back from the producer with a chip. */
    MADE,
    /** With its holder. */
    HANDED_OVER,
    /** Replaced, lost, or its certificate ended. */
    ENDED
}
