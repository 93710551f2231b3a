package org.huizhu.identity.resident;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.huizhu.contracts.ResidentFacts.CertificateStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a resident's file in clear. Whoever calls this has checked the caller, and records it. */
@Component
public class ReadInFull {

    private final Residents residents;
    private final Households households;

    ReadInFull(Residents residents, Households households) {
        this.residents = residents;
        this.households = households;
    }

    /** Who that is; empty if there is no such resident. */
    public Optional<PersonInFull> person(String residentId) {
        return residents.read(residentId).map(PersonInFull::of);
    }

    /** The whole file, for the resident's own export: the person, every card, the household's number, and the facts. */
    public Optional<Map<String, Object>> file(String residentId) {
        return residents.read(residentId).map(resident -> {
            Household household = Optional.ofNullable(resident.householdId())
                    .flatMap(households::read)
                    .orElse(null);
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("person", PersonInFull.of(resident));
            file.put(
                    "certificates",
                    resident.certificates().cards().stream()
                            .map(card -> card(resident, card))
                            .toList());
            if (household != null && household.number() != null) {
                file.put("householdNumber", household.number());
            }
            file.put("facts", resident.facts(household));
            return file;
        });
    }

    private static Map<String, @Nullable Object> card(Resident holder, Certificate card) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("number", card.numberOf(holder.person().idNumber()).value());
        json.put("category", card.category());
        json.put("level", card.level());
        json.put("components", card.components());
        json.put("issuedOn", card.issuedOn());
        json.put("expiresOn", card.expiresOn());
        json.put("status", card.status());
        json.put("statusSince", card.statusSince());
        json.put("lastDay", card.lastDay());
        return json;
    }

    /** The last valid day of the certificate that this resident holds; empty if none is valid on {@code today}. */
    public Optional<LocalDate> certificateValidUntil(String residentId, LocalDate today) {
        return residents
                .read(residentId)
                .filter(resident -> resident.deceasedOn() == null)
                .flatMap(resident -> resident.certificates().current())
                .filter(card -> card.status() == CertificateStatus.ACTIVE && !today.isAfter(card.expiresOn()))
                .map(Certificate::expiresOn);
    }
}
