package org.huizhu.identity.resident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.huizhu.contracts.Fact;
import org.huizhu.contracts.ResidentFacts;
import org.huizhu.contracts.ResidentFacts.CertificateStatus;
import org.huizhu.contracts.ResidentFacts.Earlier;
import org.huizhu.contracts.ResidentFacts.Home;
import org.huizhu.contracts.ResidentFacts.Screening;
import org.huizhu.identity.report.Account;
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
        @Nullable Merged merged,
        List<Earlier> earlier,
        @Nullable LocalDate nextChangeOn) {

    private static final int SEVERE = 2;

    /** The file that goes on in place of this one, which is closed, and since when. */
    record Merged(String into, LocalDate on) {}

    /** Somebody of whom nothing has been told yet. */
    static Resident unknown(String id, Person person, Certificates certificates) {
        return new Resident(id, 0, person, null, Situation.UNKNOWN, certificates, null, null, List.of(), null);
    }

    Resident with(Person newPerson, Situation newSituation, Certificates newCertificates) {
        return new Resident(
                id,
                version,
                newPerson,
                deceasedOn,
                newSituation,
                newCertificates,
                householdId,
                merged,
                earlier,
                nextChangeOn);
    }

    /** This resident as written down, with what that account says held before that day. */
    Resident asWritten(Account account, LocalDate today) {
        return new Resident(
                id,
                version,
                person,
                deceasedOn,
                situation,
                certificates,
                householdId,
                merged,
                new AsSaid(account, today).earlier(),
                nextChangeOn);
    }

    /** This resident as that account has them on that day. */
    Resident asSaid(Account account, LocalDate today) {
        var said = new AsSaid(account, today);
        return new Resident(
                id,
                version,
                person,
                account.deceasedOn().orElse(null),
                said.situation(),
                certificates.afterDeath(account.deceasedOn().orElse(null), today),
                householdId,
                merged,
                said.earlier(),
                account.nextChange(today).orElse(null));
    }

    Resident holding(Certificates cards) {
        return new Resident(
                id, version, person, deceasedOn, situation, cards, householdId, merged, earlier, nextChangeOn);
    }

    Resident died(LocalDate day) {
        return new Resident(
                id, version, person, day, situation, certificates, householdId, merged, earlier, nextChangeOn);
    }

    Resident inHousehold(@Nullable String household) {
        return new Resident(
                id, version, person, deceasedOn, situation, certificates, household, merged, earlier, nextChangeOn);
    }

    Resident nextVersion() {
        return new Resident(
                id,
                version + 1,
                person,
                deceasedOn,
                situation,
                certificates,
                householdId,
                merged,
                earlier,
                nextChangeOn);
    }

    Resident merged(@Nullable Merged now) {
        return new Resident(
                id, version, person, deceasedOn, situation, certificates, householdId, now, earlier, nextChangeOn);
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
        return facts(household, null);
    }

    /** What is told of them, and from which day on it is something else than before. */
    ResidentFacts facts(@Nullable Household household, @Nullable LocalDate changedFrom) {
        return new ResidentFacts(
                id,
                version,
                Fact.of(person.idNumber().birthDate()),
                Fact.of(person.idNumber().sex()),
                deceasedOn == null ? Fact.none() : Fact.of(deceasedOn),
                situation.hukou(),
                situation.residencePermit(),
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
                situation.imprisonment(),
                screening(),
                past(household),
                changedFrom);
    }

    private Fact<Screening> screening() {
        return switch (situation.screening()) {
            case Fact.Unknown<LocalDate> unknown -> Fact.unknown();
            case Fact.None<LocalDate> none -> Fact.none();
            case Fact.Known<LocalDate>(LocalDate day) -> Fact.of(new Screening(day));
        };
    }

    private @Nullable List<Earlier> past(@Nullable Household household) {
        List<Earlier> past = new ArrayList<>(earlier);
        if (household != null) {
            past.addAll(household.earlier());
        }
        past.sort(Comparator.comparing(Earlier::to));
        return past.isEmpty() ? null : List.copyOf(past);
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
