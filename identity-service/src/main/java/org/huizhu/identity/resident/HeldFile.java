package org.huizhu.identity.resident;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.huizhu.contracts.DisabilityCategory;
import org.huizhu.contracts.ResidentFacts.CertificateStatus;
import org.huizhu.contracts.ResidentFacts.Component;
import org.huizhu.contracts.ResidentFacts.Household;
import org.huizhu.contracts.ResidentFacts.Sex;
import org.jspecify.annotations.Nullable;

/** All that is held of a resident, in clear: it must not leave the service but masked, or for a purpose that is recorded. */
public record HeldFile(
        String residentId,
        Person person,
        @Nullable LocalDate deceasedOn,
        Situation situation,
        @Nullable Card card,
        @Nullable Household household,
        @Nullable String mergedInto) {

    /** The certificate held now. */
    public record Card(
            DisabilityCategory category,
            int level,
            List<Component> components,
            CertificateStatus status,
            LocalDate issuedOn,
            LocalDate expiresOn) {}

    /** What a list may show of somebody. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Brief(
            String residentId,
            String name,
            String idNumber,
            @Nullable String phone,
            int birthYear,
            Sex sex,
            @Nullable DisabilityCategory category,
            @Nullable Integer level,
            @Nullable CertificateStatus certificate,
            @Nullable LocalDate deceasedOn,
            @Nullable String mergedInto) {}

    static HeldFile of(Resident resident, org.huizhu.identity.resident.@Nullable Household household) {
        return new HeldFile(
                resident.id(),
                resident.person(),
                resident.deceasedOn(),
                resident.situation(),
                resident.certificates()
                        .current()
                        .map(card -> new Card(
                                card.category(),
                                card.level(),
                                card.components(),
                                card.status(),
                                card.issuedOn(),
                                card.expiresOn()))
                        .orElse(null),
                household == null ? null : household.asFact(),
                resident.merged() == null ? null : resident.merged().into());
    }

    /** This file, masked. */
    public Brief brief() {
        ResidentView.MaskedPerson masked = ResidentView.MaskedPerson.of(person);
        return new Brief(
                residentId,
                masked.name(),
                masked.idNumber(),
                masked.phone(),
                person.idNumber().birthDate().getYear(),
                person.idNumber().sex(),
                card == null ? null : card.category(),
                card == null ? null : card.level(),
                card == null ? null : card.status(),
                deceasedOn,
                mergedInto);
    }
}
