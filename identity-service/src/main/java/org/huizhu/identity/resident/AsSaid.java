package org.huizhu.identity.resident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.huizhu.contracts.Fact;
import org.huizhu.contracts.ResidentFacts.Earlier;
import org.huizhu.contracts.ResidentFacts.Employment;
import org.huizhu.contracts.ResidentFacts.FormerHukou;
import org.huizhu.contracts.ResidentFacts.Guardian;
import org.huizhu.contracts.ResidentFacts.Hukou;
import org.huizhu.contracts.ResidentFacts.Imprisonment;
import org.huizhu.contracts.ResidentFacts.OtherBenefit;
import org.huizhu.identity.report.Account;
import org.huizhu.identity.report.Timeline;
import org.huizhu.identity.report.Timeline.Span;

/** What an account of all that was said comes to on one day. */
final class AsSaid {

    private final Account account;
    private final LocalDate today;

    AsSaid(Account account, LocalDate today) {
        this.account = account;
        this.today = today;
    }

    Situation situation() {
        return new Situation(
                hukou(),
                value(account.home()),
                otherBenefits(),
                value(account.careNeed()),
                account.employment()
                        .on(today)
                        .<Fact<Employment>>map(span ->
                                span.value() == null ? Fact.none() : Fact.of(new Employment(span.value(), span.from())))
                        .orElseGet(Fact::unknown),
                value(account.schooling()),
                this.<Guardian>value(account.guardian()),
                imprisonment(),
                value(account.residencePermit()),
                value(account.screening()));
    }

    private <T> Fact<T> value(Timeline<T> timeline) {
        Optional<Span<T>> now = timeline.on(today);
        if (now.isEmpty()) {
            return Fact.unknown();
        }
        T value = now.get().value();
        return value == null ? Fact.none() : Fact.of(value);
    }

    private Fact<Hukou> hukou() {
        Span<String> now = account.hukou().on(today).orElse(null);
        if (now == null || now.value() == null) {
            return Fact.unknown();
        }
        List<FormerHukou> previous = new ArrayList<>();
        LocalDate since = now.from();
        for (Span<String> span : account.hukou().spans()) {
            LocalDate to = span.to();
            if (span.equals(now)) {
                break;
            }
            if (span.value() != null && to != null) {
                previous.add(new FormerHukou(span.value(), span.from(), to));
                since = now.from() == null ? to.plusDays(1) : now.from();
            }
        }
        return Fact.of(new Hukou(now.value(), since, List.copyOf(previous)));
    }

    private Fact<List<OtherBenefit>> otherBenefits() {
        return account.otherBenefits()
                .<Fact<List<OtherBenefit>>>map(kinds -> {
                    List<OtherBenefit> benefits = new ArrayList<>();
                    kinds.forEach((kind, timeline) -> timeline.spans().forEach(span -> {
                        Account.Paid paid = span.value();
                        LocalDate from = span.from();
                        if (paid != null && from != null) {
                            benefits.add(new OtherBenefit(kind, from, span.to(), Fen.toYuan(paid.monthlyFen())));
                        }
                    }));
                    return Fact.of(List.copyOf(benefits));
                })
                .orElseGet(Fact::unknown);
    }

    private Fact<List<Imprisonment>> imprisonment() {
        return account.imprisonment()
                .<Fact<List<Imprisonment>>>map(timeline -> {
                    List<Imprisonment> sentences = new ArrayList<>();
                    timeline.spans().forEach(span -> {
                        LocalDate from = span.from();
                        if (from != null) {
                            sentences.add(new Imprisonment(from, span.to()));
                        }
                    });
                    return Fact.of(List.copyOf(sentences));
                })
                .orElseGet(Fact::unknown);
    }

    /** What held before today of what benefits ask by month, the oldest first. */
    List<Earlier> earlier() {
        List<Earlier> earlier = new ArrayList<>();
        past(account.income())
                .forEach(span -> earlier.add(new Earlier(span.from(), last(span), span.value(), null, null, null)));
        past(account.employment())
                .forEach(span -> earlier.add(new Earlier(span.from(), last(span), null, span.value(), null, null)));
        past(account.careNeed()).forEach(span -> {
            var need = span.value();
            if (need != null) {
                earlier.add(new Earlier(span.from(), last(span), null, null, need.needed(), null));
            }
        });
        past(account.schooling()).forEach(span -> {
            var school = span.value();
            if (school != null) {
                earlier.add(new Earlier(span.from(), last(span), null, null, null, school.stage()));
            }
        });
        earlier.sort(Comparator.comparing(Earlier::to));
        return List.copyOf(earlier);
    }

    private <T> List<Span<T>> past(Timeline<T> timeline) {
        return timeline.spans().stream()
                .filter(span -> span.value() != null)
                .filter(span -> {
                    LocalDate to = span.to();
                    return to != null && to.isBefore(today);
                })
                .toList();
    }

    private static LocalDate last(Span<?> span) {
        LocalDate to = span.to();
        if (to == null) {
            throw new IllegalStateException("what is over has a last day");
        }
        return to;
    }
}
