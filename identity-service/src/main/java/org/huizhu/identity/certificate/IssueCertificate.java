package org.huizhu.identity.certificate;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.identity.resident.CertificateChange;
import org.huizhu.identity.resident.CertificateClaim;
import org.huizhu.identity.resident.RegisterResidents;
import org.huizhu.identity.resident.Registered;
import org.huizhu.identity.resident.Registration;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Issues one certificate: the first, a renewal, a change of category or level, or a replacement for a lost card. The
 * resident, the household, the certificate and what is told of them are one transaction. After a cancellation it is not
 * issued for a day on which it could not have been applied for.
 */
@Component
class IssueCertificate {

    private final RegisterResidents register;
    private final AnsweredRequests answered;
    private final WaitAfterCancellation wait;
    private final AuditLog audit;
    private final Atomically atomically;
    private final InstantSource clock;

    IssueCertificate(
            RegisterResidents register,
            AnsweredRequests answered,
            WaitAfterCancellation wait,
            AuditLog audit,
            Atomically atomically,
            InstantSource clock) {
        this.register = register;
        this.answered = answered;
        this.wait = wait;
        this.audit = audit;
        this.atomically = atomically;
        this.clock = clock;
    }

    /** Answers a request that was answered before under the same {@code key} as it was then. */
    IssuedCertificate issue(RegistrationRequest request, @Nullable String area, @Nullable String key) {
        return switch (CheckRegistration.check(request, Shanghai.today(clock), area)) {
            case CheckRegistration.Result.Invalid(List<Fault> faults) ->
                throw Problem.faults("registration-invalid", faults);
            case CheckRegistration.Result.Valid(Registration registration) ->
                atomically.run(
                        () -> answered.once(key, request, IssuedCertificate.class, () -> issue(registration, area)));
        };
    }

    private IssuedCertificate issue(Registration registration, @Nullable String area) {
        Registered result = register.register(List.of(registration), area).getFirst();
        if (result instanceof Registered.Refused(String field, String code)) {
            throw Problem.faults("registration-invalid", List.of(Fault.of(field, code)));
        }
        Registered.Accepted accepted = (Registered.Accepted) result;
        Registered.Card card = Objects.requireNonNull(accepted.card(), "a certificate was claimed");
        waited(accepted.cancelledOn(), registration);
        if (accepted.certificate() == CertificateChange.NONE) {
            throw Problem.conflict(
                    "certificate-exists",
                    card.number().masked(),
                    card.expiresOn().toString());
        }
        audit.record("certificate.issue", accepted.residentId());
        return new IssuedCertificate(
                accepted.residentId(), card.number().masked(), accepted.version(), card.expiresOn());
    }

    /** What was taken in until here goes with the transaction. */
    private void waited(@Nullable LocalDate cancelledOn, Registration registration) {
        CertificateClaim claim = registration.certificate();
        if (cancelledOn != null && claim != null) {
            wait.over(cancelledOn).filter(claim.issuedOn()::isBefore).ifPresent(first -> {
                throw Problem.conflict("certificate-wait", cancelledOn.toString(), first.toString());
            });
        }
    }
}
