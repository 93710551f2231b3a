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
        @Nullable String householdId,
        @Nullable Merged merged) {

    private static final int SEVERE = 2;

    /** The file that goes on in place of this one, which is closed, and since when. */
    record Merged(String into, LocalDate on) {}

    Resident with(Person newPerson, Situation newSituation, Certificates newCertificates) {
        return new Resident(id, version, newPerson, deceasedOn, newSituation, newCertificates, householdId, merged);
    }

    Resident inHousehold(@Nullable String household) {
        return new Resident(id, version, person, deceasedOn, situation, certificates, household, merged);
    }

    Resident nextVersion() {
        return new Resident(id, version + 1, person, deceasedOn, situation, certificates, householdId, merged);
    }

    Resident merged(@Nullable Merged now) {
        return new Resident(id, version, person, deceasedOn, situation, certificates, householdId, now);
    }

    /** Whether they count among the people of their household. */
    boolean isPresent() {
        return deceasedOn == null && merged == null;
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
        return isPresent()
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
                        .map(this::asTold)
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

    /** The certificate of a closed file is told as cancelled on that day: the one of the other file goes on. */
    private ResidentFacts.Certificate asTold(ResidentFacts.Certificate card) {
        return merged == null
                ? card
                : new ResidentFacts.Certificate(
                        CertificateStatus.CANCELLED,
                        merged.on(),
                        card.category(),
                        card.level(),
                        card.components(),
                        card.issuedOn(),
                        card.expiresOn(),
                        card.previous());
    }
}
