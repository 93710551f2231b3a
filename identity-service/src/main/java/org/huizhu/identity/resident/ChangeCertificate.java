package org.huizhu.identity.resident;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.huizhu.contracts.EventTypes;
import org.huizhu.contracts.ResidentFacts.CertificateStatus;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.time.Shanghai;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the certificate of a resident who is on file, and tells it under the type of what happened. Everything is done
 * in the caller's transaction; what already is as asked is left alone and not told again.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ChangeCertificate {

    private final Files files;
    private final List<CertificateFollower> followers;
    private final InstantSource clock;

    ChangeCertificate(Files files, List<CertificateFollower> followers, InstantSource clock) {
        this.files = files;
        this.followers = followers;
        this.clock = clock;
    }

    private record Change(String cause, Certificates cards) {}

    /**
     * Issues a card: the first one, one for ten more years, or one that says something else.
     *
     * @throws Problem 409 if a younger card is held
     */
    public void issue(String residentId, CertificateClaim claim) {
        change(residentId, cards -> claimed(cards, claim));
    }

    /** Renews what is held, unchanged, for ten years from {@code issuedOn}. */
    public void renew(String residentId, LocalDate issuedOn) {
        change(residentId, cards -> {
            Certificate held = held(cards);
            return claimed(
                    cards, new CertificateClaim(held.category(), held.level(), held.components(), issuedOn, false));
        });
    }

    /** Gives out the next number (B1, B2 …) for a card that was lost; it is valid as long as the lost one. */
    public void reissue(String residentId) {
        change(residentId, cards -> {
            Certificate held = held(cards);
            return claimed(
                    cards,
                    new CertificateClaim(held.category(), held.level(), held.components(), held.issuedOn(), true));
        });
    }

    /** Checks that there is a card that may be made again because it is damaged: number and facts stay. */
    public void replace(String residentId) {
        held(files.openOf(List.of(residentId)).get(residentId).certificates());
    }

    /** Takes over a card that another district issued on {@code claim.issuedOn()}, after that many lost ones. */
    public void moveIn(String residentId, CertificateClaim claim, int lostCards) {
        change(residentId, cards -> {
            if (cards.current().filter(Certificate::isHeld).isPresent()) {
                throw Problem.conflict("certificate-held");
            }
            return new Change(EventTypes.CERTIFICATE_MOVED_IN, cards.movedIn(claim, lostCards, today()));
        });
    }

    /** Passes it to another district. */
    public void moveOut(String residentId, LocalDate day) {
        changeHeld(residentId, EventTypes.CERTIFICATE_MOVED_OUT, card -> card.in(CertificateStatus.MOVED_OUT, day));
        followers.forEach(follower -> follower.ended(residentId, false, day));
    }

    /** Stops it without ending it. */
    public void freeze(String residentId, LocalDate day) {
        changeHeld(residentId, EventTypes.CERTIFICATE_FROZEN, card -> card.in(CertificateStatus.FROZEN, day));
    }

    /** Lets a frozen one count again, as far as it has not expired meanwhile. */
    public void thaw(String residentId, LocalDate day) {
        changeHeld(residentId, EventTypes.CERTIFICATE_THAWED, card -> {
            if (card.status() != CertificateStatus.FROZEN) {
                return card;
            }
            return day.isAfter(card.expiresOn())
                    ? card.in(CertificateStatus.EXPIRED, card.expiresOn().plusDays(1))
                    : card.in(CertificateStatus.ACTIVE, day);
        });
    }

    /** Lets one expire whose last valid day has passed. */
    public void expire(String residentId) {
        LocalDate today = today();
        changeHeld(
                residentId,
                EventTypes.CERTIFICATE_EXPIRED,
                card -> card.status() == CertificateStatus.ACTIVE && today.isAfter(card.expiresOn())
                        ? card.in(CertificateStatus.EXPIRED, card.expiresOn().plusDays(1))
                        : card);
    }

    /** Cancels it since {@code day}. */
    public void cancel(String residentId, CancelReason reason, LocalDate day) {
        changeHeld(residentId, EventTypes.CERTIFICATE_CANCELLED, card -> card.cancelled(reason, day));
        followers.forEach(follower -> follower.ended(residentId, false, day));
    }

    /** Records a death, and cancels the certificate if one is held. */
    public void death(String residentId, LocalDate day) {
        WorkingSet work = files.openOf(List.of(residentId));
        work.change(residentId, EventTypes.RESIDENT_DECEASED, resident -> resident.died(day));
        files.close(work);
    }

    private Change claimed(Certificates cards, CertificateClaim claim) {
        return switch (cards.claim(claim, today())) {
            case Certificates.Result.Refused(String code) -> throw Problem.conflict(code);
            case Certificates.Result.Changed(Certificates changed, CertificateChange change) ->
                new Change(WorkingSet.causeOf(change), changed);
        };
    }

    private void changeHeld(String residentId, String cause, UnaryOperator<Certificate> change) {
        change(residentId, cards -> {
            held(cards);
            return new Change(cause, cards.changeCurrent(change));
        });
    }

    private void change(String residentId, Function<Certificates, Change> how) {
        WorkingSet work = files.openOf(List.of(residentId));
        Change change = how.apply(work.get(residentId).certificates());
        work.change(residentId, change.cause(), resident -> resident.holding(change.cards()));
        files.close(work);
    }

    private static Certificate held(Certificates cards) {
        return cards.current().filter(Certificate::isHeld).orElseThrow(() -> Problem.conflict("no-certificate-held"));
    }

    private LocalDate today() {
        return Shanghai.today(clock);
    }
}
