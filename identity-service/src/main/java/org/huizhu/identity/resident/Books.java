package org.huizhu.identity.resident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.huizhu.contracts.ResidentFacts.FormerHukou;
import org.huizhu.identity.report.Account;
import org.huizhu.identity.report.Report;
import org.huizhu.identity.report.Statement;
import org.huizhu.identity.report.Statements;
import org.huizhu.platform.time.IdSource;
import org.jspecify.annotations.Nullable;

/** The reports of the residents and households that are open, and those that are added to them. */
final class Books {

    private static final String HELD = "held";

    private final Map<String, List<Report>> reports;
    private final Map<String, Account.@Nullable Contradiction> noted = new LinkedHashMap<>();
    private final Map<String, Account.Contradiction> leftOut = new HashMap<>();
    private final Map<String, Report> added = new LinkedHashMap<>();
    private final Map<String, List<String>> received = new HashMap<>();
    private final Map<String, LocalDate> changedFrom = new HashMap<>();
    private final Set<String> settled = new HashSet<>();
    private final IdSource ids;

    Books(Map<String, List<Report>> reports, IdSource ids) {
        this.reports = new HashMap<>();
        reports.forEach((subject, list) -> this.reports.put(subject, new ArrayList<>(list)));
        this.ids = ids;
    }

    /** Who says something, when, and with which event it came. */
    record Voice(String source, Instant at, @Nullable String receivedId) {

        static Voice of(String source, Instant at) {
            return new Voice(source, at, null);
        }
    }

    /** Takes a report in and gives what all of that subject come to. What was held without a report counts as the first. */
    Account say(Resident held, Statements statements, Voice voice) {
        if (!reports.containsKey(held.id())) {
            baseline(held).forEach(said -> add(held.id(), said, Voice.of(HELD, Instant.EPOCH)));
        }
        add(held.id(), statements, voice);
        return account(held.id(), born(held));
    }

    Account say(Household held, Statements statements, Voice voice) {
        if (!reports.containsKey(held.id())) {
            Statements baseline = Sayings.of(held);
            if (!baseline.equals(Statements.NONE)) {
                add(held.id(), baseline, Voice.of(HELD, Instant.EPOCH));
            }
        }
        add(held.id(), statements, voice);
        return account(held.id(), null);
    }

    private static LocalDate born(Resident resident) {
        return resident.person().idNumber().birthDate();
    }

    private static List<Statements> baseline(Resident held) {
        List<Statements> baseline = new ArrayList<>();
        held.situation().hukou().asOptional().ifPresent(hukou -> {
            for (FormerHukou former : hukou.previous()) {
                baseline.add(Sayings.formerHukou(former.area(), former.since(), former.to()));
            }
        });
        Statements now = Sayings.of(held.situation());
        if (!now.equals(Statements.NONE)) {
            baseline.add(now);
        }
        if (held.deceasedOn() != null) {
            baseline.add(Statements.some()
                    .death(Statement.since(null, held.deceasedOn()))
                    .build());
        }
        return baseline;
    }

    private void add(String subject, Statements statements, Voice voice) {
        if (statements.equals(Statements.NONE)) {
            reports.computeIfAbsent(subject, id -> new ArrayList<>());
            return;
        }
        var report = new Report(
                ids.next(),
                subject,
                voice.source(),
                voice.at(),
                statements,
                voice.receivedId(),
                Report.Standing.SAID,
                null);
        reports.computeIfAbsent(subject, id -> new ArrayList<>()).add(report);
        added.put(report.id(), report);
        if (report.receivedId() != null) {
            received.computeIfAbsent(report.receivedId(), id -> new ArrayList<>())
                    .add(report.id());
        }
        if (!voice.source().equals(HELD)) {
            speakOf(report);
        }
    }

    private void speakOf(Report report) {
        changedFrom.merge(report.subjectId(), report.firstDay(), (a, b) -> a.isBefore(b) ? a : b);
    }

    /** Gives another standing to a report that is open. */
    void settle(Report report) {
        List<Report> all = Objects.requireNonNull(reports.get(report.subjectId()), "a subject was not opened");
        all.replaceAll(each -> each.id().equals(report.id()) ? report : each);
        settled.add(report.id());
        speakOf(report);
    }

    Optional<Account> account(Resident held) {
        return reports.containsKey(held.id()) ? Optional.of(account(held.id(), born(held))) : Optional.empty();
    }

    Optional<Account> account(Household held) {
        return reports.containsKey(held.id()) ? Optional.of(account(held.id(), null)) : Optional.empty();
    }

    private Account account(String subject, @Nullable LocalDate born) {
        List<Report> all = reports.getOrDefault(subject, List.of());
        Account account = Account.of(all, born);
        for (Report report : all) {
            Account.Contradiction now = account.contradictions().get(report.id());
            leftOut.remove(report.id());
            if (now != null) {
                leftOut.put(report.id(), now);
            }
            if (!Objects.equals(now, report.leftOut()) && !added.containsKey(report.id())) {
                noted.put(report.id(), now);
            } else {
                noted.remove(report.id());
            }
        }
        return account;
    }

    /** Why the reports that came with that event are left out, if they are. */
    Optional<Account.Contradiction> contradiction(String receivedId) {
        return received.getOrDefault(receivedId, List.of()).stream()
                .map(leftOut::get)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .findFirst();
    }

    /** The first day of which something new was said of these; empty if nothing was. */
    Optional<LocalDate> changedFrom(String residentId, @Nullable String householdId) {
        LocalDate own = changedFrom.get(residentId);
        LocalDate ofHousehold = householdId == null ? null : changedFrom.get(householdId);
        if (own == null || ofHousehold == null) {
            return Optional.ofNullable(own == null ? ofHousehold : own);
        }
        return Optional.of(own.isBefore(ofHousehold) ? own : ofHousehold);
    }

    List<Report> added() {
        return List.copyOf(added.values());
    }

    Map<String, Account.Contradiction> leftOut() {
        return leftOut;
    }

    /** The events whose reports count from now on and are about that resident or household. */
    List<String> takingEffect(String subject) {
        return reports.getOrDefault(subject, List.of()).stream()
                .filter(report -> report.receivedId() != null && !leftOut.containsKey(report.id()))
                .filter(report -> added.containsKey(report.id())
                        || noted.containsKey(report.id())
                        || settled.contains(report.id()))
                .map(Report::receivedId)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }

    /** What changed about reports that were there before. */
    Map<String, Account.@Nullable Contradiction> noted() {
        return noted;
    }
}
