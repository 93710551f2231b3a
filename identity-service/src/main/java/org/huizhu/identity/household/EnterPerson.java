package org.huizhu.identity.household;

import java.time.InstantSource;
import java.util.List;
import org.huizhu.identity.certificate.CheckRegistration;
import org.huizhu.identity.certificate.RegistrationRequest;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.identity.resident.RegisterResidents;
import org.huizhu.identity.resident.Registered;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Enters a parent, spouse, child or carer, or changes what is known of them, under the rules of every registration. */
@Component
class EnterPerson {

    private final RegisterResidents register;
    private final Atomically atomically;
    private final AuditLog audit;
    private final InstantSource clock;

    EnterPerson(RegisterResidents register, Atomically atomically, AuditLog audit, InstantSource clock) {
        this.register = register;
        this.atomically = atomically;
        this.audit = audit;
        this.clock = clock;
    }

    record Entered(String residentId, long version, Registered.Extent extent) {}

    Entered enter(RegistrationRequest request, @Nullable String area) {
        return switch (CheckRegistration.checkWithoutCertificate(request, Shanghai.today(clock), area)) {
            case CheckRegistration.Result.Invalid(List<Fault> faults) ->
                throw Problem.faults("registration-invalid", faults);
            case CheckRegistration.Result.Valid valid ->
                atomically.run(() -> switch (register.register(List.of(valid.registration()), area)
                        .getFirst()) {
                    case Registered.Refused(String field, String code) ->
                        throw Problem.faults("registration-invalid", List.of(Fault.of(field, code)));
                    case Registered.Accepted accepted -> {
                        audit.record("resident.enter", accepted.residentId());
                        yield new Entered(accepted.residentId(), accepted.version(), accepted.extent());
                    }
                });
        };
    }
}
