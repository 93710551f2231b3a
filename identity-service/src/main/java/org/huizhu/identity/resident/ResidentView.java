package org.huizhu.identity.resident;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.huizhu.contracts.DisabilityCategory;
import org.huizhu.contracts.ResidentFacts;
import org.huizhu.contracts.ResidentFacts.CertificateStatus;
import org.jspecify.annotations.Nullable;

/**
 * A resident as staff and the resident see them: what identifies is masked; of the address only whether it is known.
 * A closed file names the one that goes on in {@code mergedInto}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ResidentView(
        String residentId,
        long version,
        MaskedPerson person,
        @Nullable CertificateView certificate,
        ResidentFacts facts,
        @Nullable Vulnerability vulnerability,
        @Nullable String mergedInto) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MaskedPerson(
            String name, String idNumber, @Nullable String phone, boolean addressKnown) {

        static MaskedPerson of(Person person) {
            return new MaskedPerson(
                    maskedName(person.name()),
                    person.idNumber().masked(),
                    maskedPhone(person.phone()),
                    person.addressLine() != null);
        }

        private static String maskedName(String name) {
            return name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
        }

        private static @Nullable String maskedPhone(@Nullable String phone) {
            return phone == null ? null : "*******" + phone.substring(phone.length() - 4);
        }
    }

    record CertificateView(
            String number,
            DisabilityCategory category,
            int level,
            CertificateStatus status,
            LocalDate issuedOn,
            LocalDate expiresOn) {

        static CertificateView of(Certificate card, Person holder) {
            return new CertificateView(
                    card.numberOf(holder.idNumber()).masked(),
                    card.category(),
                    card.level(),
                    card.status(),
                    card.issuedOn(),
                    card.expiresOn());
        }
    }

    static ResidentView of(Resident resident, @Nullable Household household) {
        ResidentFacts facts = resident.facts(household);
        return new ResidentView(
                resident.id(),
                resident.version(),
                MaskedPerson.of(resident.person()),
                resident.certificates()
                        .current()
                        .map(card -> CertificateView.of(card, resident.person()))
                        .orElse(null),
                facts,
                Vulnerability.of(facts),
                resident.merged() == null ? null : resident.merged().into());
    }
}
