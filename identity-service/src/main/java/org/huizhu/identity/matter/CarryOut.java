package org.huizhu.identity.matter;

import java.time.LocalDate;
import java.util.Objects;
import org.huizhu.contracts.CertificateMatterMoved.Kind;
import org.huizhu.identity.card.WantCard;
import org.huizhu.identity.matter.Result.Disability;
import org.huizhu.identity.resident.CancelReason;
import org.huizhu.identity.resident.CertificateClaim;
import org.huizhu.identity.resident.ChangeCertificate;
import org.springframework.stereotype.Component;

/** Does with the certificate what a matter was about. */
@Component
class CarryOut {

    private final ChangeCertificate certificates;
    private final WantCard cards;

    CarryOut(ChangeCertificate certificates, WantCard cards) {
        this.certificates = certificates;
        this.cards = cards;
    }

    /** On that day, in the caller's transaction. */
    void carryOut(Matter matter, LocalDate today) {
        String resident = matter.residentId();
        MatterDetails details = matter.filing().details();
        switch (matter.kind()) {
            case APPLY, CHANGE -> certificates.issue(resident, claim(matter, today));
            case RENEW -> renew(matter, today);
            case REISSUE -> certificates.reissue(resident);
            case REPLACE -> certificates.replace(resident);
            case MOVE_IN ->
                certificates.moveIn(
                        resident,
                        Objects.requireNonNull(details.certificate()),
                        Objects.requireNonNullElse(details.lostCards(), 0));
            case MOVE_OUT -> certificates.moveOut(resident, today);
            case CANCEL -> cancel(resident, details, today);
            case DISPUTE -> throw new IllegalStateException("a dispute gives no card");
        }
        if (matter.kind() != Kind.MOVE_OUT && matter.kind() != Kind.CANCEL) {
            cards.want(resident, matter.kind().name(), today);
        }
    }

    private void renew(Matter matter, LocalDate today) {
        Result result = matter.progress().result();
        if (result == null || result.disability() == null) {
            certificates.renew(matter.residentId(), today);
        } else {
            certificates.issue(matter.residentId(), claim(matter, today));
        }
    }

    private static CertificateClaim claim(Matter matter, LocalDate today) {
        Result result = Objects.requireNonNull(matter.progress().result(), "issued without a result");
        Disability found = Objects.requireNonNull(result.disability(), "issued without a disability");
        return new CertificateClaim(found.category(), found.level(), found.components(), today, false);
    }

    private void cancel(String resident, MatterDetails details, LocalDate today) {
        CancelReason reason = Objects.requireNonNull(details.reason());
        if (reason == CancelReason.DECEASED) {
            certificates.death(resident, Objects.requireNonNullElse(details.on(), today));
        } else {
            certificates.cancel(resident, reason, today);
        }
    }
}
