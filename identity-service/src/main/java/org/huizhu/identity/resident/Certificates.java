package org.huizhu.identity.resident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.huizhu.contracts.ResidentFacts;
import org.huizhu.contracts.ResidentFacts.CertificateStatus;
import org.huizhu.contracts.ResidentFacts.FormerCertificate;
import org.jspecify.annotations.Nullable;

/** All cards of one resident, oldest first; the last one counts. */
record Certificates(List<Certificate> cards) {

    static final Certificates NONE = new Certificates(List.of());

    /** What a claim leads to: these cards, or a refusal. */
    sealed interface Result {

        record Changed(Certificates certificates, CertificateChange change) implements Result {}

        record Refused(String code) implements Result {}
    }

    Optional<Certificate> current() {
        return cards.isEmpty() ? Optional.empty() : Optional.of(cards.getLast());
    }

    /** Since when the last one is cancelled for good; empty if it is not, or moved out, or another took its place. */
    Optional<LocalDate> cancelledOn() {
        return current()
                .filter(card -> card.status() == CertificateStatus.CANCELLED && card.endReason() != null)
                .map(Certificate::statusSince);
    }

    Result claim(CertificateClaim claim, LocalDate today) {
        Certificate held = current().orElse(null);
        if (claim.reissue()) {
            return reissue(held, claim, today);
        }
        if (held == null) {
            return with(CertificateChange.ISSUED, Certificate.issue(1, claim, 0, today), claim.issuedOn());
        }
        if (claim.issuedOn().isBefore(held.issuedOn())) {
            return new Result.Refused("certificate-older");
        }
        boolean same = held.saysTheSameAs(claim);
        if (same && claim.issuedOn().equals(held.issuedOn())) {
            return new Result.Changed(this, CertificateChange.NONE);
        }
        if (!held.isHeld()) {
            return with(
                    CertificateChange.ISSUED,
                    Certificate.issue(cards.size() + 1, claim, lostCards(claim), today),
                    claim.issuedOn());
        }
        CertificateChange change = same ? CertificateChange.RENEWED : CertificateChange.LEVEL_CHANGED;
        return with(change, Certificate.issue(cards.size() + 1, claim, lostCards(claim), today), claim.issuedOn());
    }

    /** A replaced card says what the lost one said, for as long as that one would have said it. */
    private Result reissue(@Nullable Certificate held, CertificateClaim claim, LocalDate today) {
        if (held == null || !held.isHeld() || !held.saysTheSameAs(claim)) {
            return new Result.Refused("certificate-not-held");
        }
        var asHeld = new CertificateClaim(held.category(), held.level(), held.components(), held.issuedOn(), true);
        return with(
                CertificateChange.REISSUED,
                Certificate.issue(cards.size() + 1, asHeld, lostCards(claim) + 1, today),
                today);
    }

    /** These cards with what {@code change} makes of the current one; nothing happens without one. */
    Certificates changeCurrent(UnaryOperator<Certificate> change) {
        if (cards.isEmpty()) {
            return this;
        }
        List<Certificate> all = new ArrayList<>(cards);
        all.add(change.apply(all.removeLast()));
        return new Certificates(List.copyOf(all));
    }

    /** These cards of somebody who died on that day, or did not: a card that ended by a death ends with it alone. */
    Certificates afterDeath(@Nullable LocalDate deceasedOn, LocalDate today) {
        return changeCurrent(card -> {
            boolean endedByDeath = card.endReason() == CancelReason.DECEASED;
            if (deceasedOn == null) {
                return endedByDeath ? card.revived(today) : card;
            }
            return card.isHeld() || endedByDeath ? card.cancelled(CancelReason.DECEASED, deceasedOn) : card;
        });
    }

    /** These cards and one that another district issued, after {@code lostCards} lost ones of the same number. */
    Certificates movedIn(CertificateClaim claim, int lostCards, LocalDate today) {
        Certificate card = Certificate.issue(cards.size() + 1, claim, Math.max(lostCards, lostCards(claim)), today)
                .takenOver(today);
        return ((Result.Changed) with(CertificateChange.ISSUED, card, today)).certificates();
    }

    /** A number that was given to a lost card is not given again. */
    private int lostCards(CertificateClaim claim) {
        return cards.stream()
                .filter(card -> card.category() == claim.category() && card.level() == claim.level())
                .mapToInt(Certificate::lostCards)
                .max()
                .orElse(0);
    }

    private Result with(CertificateChange change, Certificate card, LocalDate day) {
        List<Certificate> all = new ArrayList<>(cards);
        if (!all.isEmpty()) {
            all.add(all.removeLast().endedBy(change, day));
        }
        all.add(card);
        return new Result.Changed(new Certificates(List.copyOf(all)), change);
    }

    Optional<ResidentFacts.Certificate> asFact() {
        return current()
                .map(card -> new ResidentFacts.Certificate(
                        card.status(),
                        card.statusSince(),
                        card.category(),
                        card.level(),
                        card.components(),
                        card.issuedOn(),
                        card.expiresOn(),
                        history()));
    }

    private List<FormerCertificate> history() {
        List<FormerCertificate> former = new ArrayList<>();
        for (Certificate card : cards) {
            LocalDate lastDay = card.lastDay();
            if (lastDay != null && card.belongsToHistory()) {
                former.add(new FormerCertificate(
                        card.category(), card.level(), card.components(), card.issuedOn(), lastDay));
            }
        }
        return List.copyOf(former);
    }
}
