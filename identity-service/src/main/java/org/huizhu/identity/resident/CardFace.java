package org.huizhu.identity.resident;

import java.time.LocalDate;

/** What is printed on a card, in full: for who makes it, and for nobody else. */
public record CardFace(
        String residentId,
        String name,
        String idNumber,
        String certificateNumber,
        int category,
        int level,
        LocalDate issuedOn,
        LocalDate expiresOn) {

    static CardFace of(Resident resident, Certificate card) {
        return new CardFace(
                resident.id(),
                resident.person().name(),
                resident.person().idNumber().value(),
                card.numberOf(resident.person().idNumber()).value(),
                card.category().digit(),
                card.level(),
                card.issuedOn(),
                card.expiresOn());
    }

    /** Nothing of a person belongs in a log. */
    @Override
    public String toString() {
        return "CardFace[" + residentId + "]";
    }
}
