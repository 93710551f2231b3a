package org.huizhu.identity.resident;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.huizhu.contracts.Fact;
import org.huizhu.contracts.ResidentFacts;
import org.huizhu.contracts.ResidentFacts.CareNeed;
import org.huizhu.contracts.ResidentFacts.Certificate;
import org.huizhu.contracts.ResidentFacts.CertificateStatus;
import org.huizhu.contracts.ResidentFacts.Earlier;
import org.huizhu.contracts.ResidentFacts.Employment;
import org.huizhu.contracts.ResidentFacts.FormerCertificate;
import org.huizhu.contracts.ResidentFacts.FormerHukou;
import org.huizhu.contracts.ResidentFacts.Household;
import org.huizhu.contracts.ResidentFacts.Hukou;
import org.huizhu.contracts.ResidentFacts.Schooling;
import org.jspecify.annotations.Nullable;

/** What a snapshot says of a past day: the same facts with what held then in the place of what holds now. */
final class FactsOn {

    private final ResidentFacts facts;
    private final LocalDate day;

    FactsOn(ResidentFacts facts, LocalDate day) {
        this.facts = facts;
        this.day = day;
    }

    ResidentFacts then() {
        return new ResidentFacts(
                facts.residentId(),
                facts.version(),
                facts.birthDate(),
                facts.sex(),
                facts.deceasedOn()
                                .asOptional()
                                .filter(died -> died.isAfter(day))
                                .isPresent()
                        ? Fact.none()
                        : facts.deceasedOn(),
                hukou(),
                facts.residencePermit(),
                facts.home(),
                certificate(),
                household(),
                facts.otherBenefits(),
                careNeed(),
                employment(),
                schooling(),
                facts.guardian(),
                facts.imprisonment(),
                facts.screening(),
                null,
                null);
    }

    private Optional<Earlier> earlier(Function<Earlier, @Nullable Object> part) {
        List<Earlier> all = facts.earlier();
        return all == null
                ? Optional.empty()
                : all.stream()
                        .filter(was -> part.apply(was) != null)
                        .filter(was -> !was.to().isBefore(day))
                        .filter(was -> {
                            LocalDate from = was.from();
                            return from == null || !from.isAfter(day);
                        })
                        .findFirst();
    }

    private Fact<Hukou> hukou() {
        Hukou now = facts.hukou().asOptional().orElse(null);
        if (now == null || holds(now.since())) {
            return facts.hukou();
        }
        List<FormerHukou> before = now.previous();
        return before.stream()
                .filter(was -> !was.to().isBefore(day))
                .filter(was -> holds(was.since()))
                .findFirst()
                .<Fact<Hukou>>map(was -> Fact.of(new Hukou(
                        was.area(),
                        was.since(),
                        before.stream()
                                .filter(former -> former.to().isBefore(day))
                                .toList())))
                .orElseGet(Fact::unknown);
    }

    /** What began on an unknown day is taken to have been so before. */
    private boolean holds(@Nullable LocalDate since) {
        return since == null || !since.isAfter(day);
    }

    private Fact<Certificate> certificate() {
        Certificate now = facts.certificate().asOptional().orElse(null);
        if (now == null || holds(now.issuedOn())) {
            return facts.certificate();
        }
        List<FormerCertificate> previous = now.previous();
        return previous.stream()
                .filter(was -> holds(was.issuedOn()))
                .reduce((first, second) -> second)
                .<Fact<Certificate>>map(was -> Fact.of(asHeld(was, previous)))
                .orElseGet(Fact::none);
    }

    private Certificate asHeld(FormerCertificate was, List<FormerCertificate> all) {
        LocalDate expires = org.huizhu.identity.resident.Certificate.expiryOf(was.issuedOn());
        boolean over = was.to().isBefore(day);
        CertificateStatus status = !over
                ? CertificateStatus.ACTIVE
                : was.to().isBefore(expires) ? CertificateStatus.CANCELLED : CertificateStatus.EXPIRED;
        return new Certificate(
                status,
                over ? was.to().plusDays(1) : was.issuedOn(),
                was.category(),
                was.level(),
                was.components(),
                was.issuedOn(),
                expires,
                all.stream()
                        .filter(former -> former.to().isBefore(was.issuedOn()))
                        .toList());
    }

    private Fact<Household> household() {
        Household now = facts.household().asOptional().orElse(null);
        if (now == null) {
            return facts.household();
        }
        Earlier was = earlier(Earlier::income).orElse(null);
        if (was == null && holds(now.incomeSince())) {
            return facts.household();
        }
        return Fact.of(new Household(
                now.id(),
                was == null ? null : was.income(),
                was == null ? null : was.from(),
                now.disabledMembers(),
                now.severeMembers(),
                now.elderCarer(),
                now.employedMembers(),
                now.workableMembers()));
    }

    private Fact<CareNeed> careNeed() {
        return earlier(Earlier::careNeeded)
                .<Fact<CareNeed>>map(was -> Fact.of(new CareNeed(Boolean.TRUE.equals(was.careNeeded()), was.from())))
                .orElseGet(() -> facts.careNeed()
                                .asOptional()
                                .filter(need -> !holds(need.assessedOn()))
                                .isPresent()
                        ? Fact.unknown()
                        : facts.careNeed());
    }

    private Fact<Employment> employment() {
        return earlier(Earlier::employment)
                .<Fact<Employment>>map(was -> was.employment() == null
                        ? Fact.unknown()
                        : Fact.of(new Employment(was.employment(), was.from())))
                .orElseGet(() -> facts.employment()
                                .asOptional()
                                .filter(work -> !holds(work.since()))
                                .isPresent()
                        ? Fact.unknown()
                        : facts.employment());
    }

    private Fact<Schooling> schooling() {
        return earlier(Earlier::schooling)
                .<Fact<Schooling>>map(
                        was -> was.schooling() == null ? Fact.unknown() : Fact.of(new Schooling(was.schooling(), null)))
                .orElseGet(facts::schooling);
    }
}
