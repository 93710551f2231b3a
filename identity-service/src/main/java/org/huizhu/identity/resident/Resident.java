package org.huizhu.identity.resident;

import java.time.LocalDate;
import org.huizhu.contracts.Fact;
import org.huizhu.contracts.ResidentFacts;
import org.huizhu.contracts.ResidentFacts.CertificateStatus;
import org.huizhu.contracts.ResidentFacts.Home;
import org.jspecify.annotations.Nullable;

/** All that is held of one resident; {@code version} is that of the facts last told. */
record Resident(
        String id,
        long version,
        Person person,
        @Nullable LocalDate deceasedOn,
        Situation situation,
        Certificates certificates,
        @Nullable String householdId) {

    private static final int SEVERE = 2;

    Resident with(Person newPerson, Situation newSituation, Certificates newCertificates) {
        return new Resident(id, version, newPerson, deceasedOn, newSituation, newCertificates, householdId);
    }

    Resident holding(Certificates cards) {
        return new Resident(id, version, person, deceasedOn, situation, cards, householdId);
    }

    Resident died(LocalDate day) {
        return new Resident(id, version, person, day, situation, certificates, householdId);
    }

    Resident inHousehold(@Nullable String household) {
        return new Resident(id, version, person, deceasedOn, situation, certificates, household);
    }

    Resident nextVersion() {
        return new Resident(id, version + 1, person, deceasedOn, situation, certificates, householdId);
    }

    /** The finest code of where they live. */
    @Nullable
    String homeArea() {
        Home home = situation.home().asOptional().orElse(null);
        if (home == null) {
            return null;
        }
        return home.community() == null ? home.street() : home.community();
    }

    /** Whether they live and hold a card that is valid on that day. */
    boolean countsAsDisabled(LocalDate today) {
        return deceasedOn == null
                && certificates.current().stream()
                        .anyMatch(
                                card -> card.status() == CertificateStatus.ACTIVE && !today.isAfter(card.expiresOn()));
    }

    boolean countsAsSevere(LocalDate today) {
        return countsAsDisabled(today) && certificates.current().stream().anyMatch(card -> card.level() <= SEVERE);
    }

    /** What is told of them. Nobody has reported a death: they are known to be alive. */
    ResidentFacts facts(@Nullable Household household) {
        return new ResidentFacts(
                id,
                version,
                Fact.of(person.idNumber().birthDate()),
                Fact.of(person.idNumber().sex()),
                deceasedOn == null ? Fact.none() : Fact.of(deceasedOn),
                situation.hukou(),
                Fact.unknown(),
                situation.home(),
                certificates
                        .asFact()
                        .<Fact<ResidentFacts.Certificate>>map(Fact::of)
                        .orElseGet(Fact::none),
                household == null ? Fact.unknown() : Fact.of(household.asFact()),
                situation.otherBenefits(),
                situation.careNeed(),
                situation.employment(),
                situation.schooling(),
                situation.guardian(),
                situation.imprisonment());
    }
}
