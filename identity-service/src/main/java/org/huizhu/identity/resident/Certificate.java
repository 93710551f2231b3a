package org.huizhu.identity.resident;

import java.time.LocalDate;
import java.util.List;
import org.huizhu.contracts.DisabilityCategory;
import org.huizhu.contracts.ResidentFacts.CertificateStatus;
import org.huizhu.contracts.ResidentFacts.Component;
import org.huizhu.identity.number.CertificateNumber;
import org.huizhu.identity.number.IdNumber;
import org.jspecify.annotations.Nullable;

/**
 * One card. {@code sequence} counts the cards of its holder from 1; {@code lastDay} and {@code endedBy} are set when
 * another card took its place. {@code endReason} is why it was cancelled for good; {@code takenOverOn} is set on one that
 * another district issued and that was moved in.
 */
public record Certificate(
        int sequence,
        DisabilityCategory category,
        int level,
        List<Component> components,
        int lostCards,
        LocalDate issuedOn,
        LocalDate expiresOn,
        CertificateStatus status,
        LocalDate statusSince,
        @Nullable LocalDate lastDay,
        @Nullable CertificateChange endedBy,
        @Nullable CancelReason endReason,
        @Nullable LocalDate takenOverOn) {

    private static final int VALID_YEARS = 10;

    static Certificate issue(int sequence, CertificateClaim claim, int lostCards, LocalDate today) {
        LocalDate expiresOn = expiryOf(claim.issuedOn());
        boolean expired = today.isAfter(expiresOn);
        return new Certificate(
                sequence,
                claim.category(),
                claim.level(),
                claim.components(),
                lostCards,
                claim.issuedOn(),
                expiresOn,
                expired ? CertificateStatus.EXPIRED : CertificateStatus.ACTIVE,
                expired ? expiresOn.plusDays(1) : claim.issuedOn(),
                null,
                null,
                null,
                null);
    }

    /** The last valid day (D-5); one issued on 29 February ends on 28 February when that year has no 29th. */
    public static LocalDate expiryOf(LocalDate issuedOn) {
        return issuedOn.plusYears(VALID_YEARS);
    }

    CertificateNumber numberOf(IdNumber person) {
        return CertificateNumber.of(person, category, level, lostCards);
    }

    boolean saysTheSameAs(CertificateClaim claim) {
        return category == claim.category() && level == claim.level() && components.equals(claim.components());
    }

    /** This card, ended because another took its place on {@code day}. */
    Certificate endedBy(CertificateChange change, LocalDate day) {
        LocalDate last = lastUsableDay(day.minusDays(1));
        LocalDate since = status == CertificateStatus.CANCELLED ? statusSince : day;
        return with(CertificateStatus.CANCELLED, since, last, change, endReason);
    }

    /** Whatever ended it first counts: expiry, being frozen, cancellation, or {@code latest}. */
    private LocalDate lastUsableDay(LocalDate latest) {
        LocalDate last = latest.isBefore(expiresOn) ? latest : expiresOn;
        boolean usable = status == CertificateStatus.ACTIVE || status == CertificateStatus.EXPIRED;
        LocalDate stopped = statusSince.minusDays(1);
        return !usable && stopped.isBefore(last) ? stopped : last;
    }

    /** This card in another state since {@code day}. */
    Certificate in(CertificateStatus newStatus, LocalDate day) {
        return with(newStatus, day, lastDay, endedBy, endReason);
    }

    Certificate cancelled(CancelReason reason, LocalDate day) {
        return with(CertificateStatus.CANCELLED, day, lastDay, endedBy, reason);
    }

    /** This card, whose holder did not die after all. */
    Certificate revived(LocalDate today) {
        return today.isAfter(expiresOn)
                ? with(CertificateStatus.EXPIRED, expiresOn.plusDays(1), lastDay, endedBy, null)
                : with(CertificateStatus.ACTIVE, issuedOn, lastDay, endedBy, null);
    }

    Certificate takenOver(LocalDate day) {
        return new Certificate(
                sequence,
                category,
                level,
                components,
                lostCards,
                issuedOn,
                expiresOn,
                status,
                statusSince,
                lastDay,
                endedBy,
                endReason,
                day);
    }

    private Certificate with(
            CertificateStatus newStatus,
            LocalDate since,
            @Nullable LocalDate last,
            @Nullable CertificateChange change,
            @Nullable CancelReason reason) {
        return new Certificate(
                sequence,
                category,
                level,
                components,
                lostCards,
                issuedOn,
                expiresOn,
                newStatus,
                since,
                last,
                change,
                reason,
                takenOverOn);
    }

    /** Whether it may still be given out again, moved or renewed. */
    boolean isHeld() {
        return status != CertificateStatus.CANCELLED && status != CertificateStatus.MOVED_OUT;
    }

    /** Whether it said something on at least one day that no other card says. */
    boolean belongsToHistory() {
        return lastDay != null && endedBy != CertificateChange.REISSUED && !lastDay.isBefore(issuedOn);
    }
}
