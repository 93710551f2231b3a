package org.huizhu.identity.card;

import java.time.LocalDate;
import org.huizhu.identity.resident.CertificateFollower;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Says that a card is to be made, and ends cards whose certificate ended; in the caller's transaction. */
@Component
public class WantCard implements CertificateFollower {

    private static final String LOST = "REISSUE";

    private final SmartCards cards;

    WantCard(SmartCards cards) {
        this.cards = cards;
    }

    /**
     * A card of what the resident's certificate now says is wanted since {@code day}. One that is already being made
     * says what was true before, so that it is ended and another one made; the photo that was accepted is kept.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void want(String residentId, String reason, LocalDate day) {
        if (reason.equals(LOST)) {
            cards.endHandedOver(residentId, day);
        }
        SmartCards.Card before = cards.wanted(residentId).orElse(null);
        if (before != null && before.status() == CardStatus.WAITING) {
            return;
        }
        if (before != null) {
            cards.end(before.id(), day);
        }
        cards.want(residentId, reason, before == null ? PhotoState.NONE : before.photo(), day);
    }

    @Override
    public void ended(String residentId, boolean deceased, LocalDate day) {
        cards.endHandedOver(residentId, day);
        cards.wanted(residentId).ifPresent(card -> cards.end(card.id(), day));
    }
}
