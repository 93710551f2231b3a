package org.huizhu.identity.resident;

import java.util.Optional;
import org.huizhu.platform.audit.AuditLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows one resident's file, masked, and records who looked. */
@Component
class ReadResident {

    private final Residents residents;
    private final Households households;
    private final AuditLog audit;

    ReadResident(Residents residents, Households households, AuditLog audit) {
        this.residents = residents;
        this.households = households;
        this.audit = audit;
    }

    /** Empty if there is no such resident. The read is recorded as {@code action}, or nothing is shown. */
    @Transactional
    public Optional<ResidentView> read(String id, String action) {
        return residents.read(id).map(resident -> {
            audit.record(action, id);
            Household household = Optional.ofNullable(resident.householdId())
                    .flatMap(households::read)
                    .orElse(null);
            return ResidentView.of(resident, household);
        });
    }
}
