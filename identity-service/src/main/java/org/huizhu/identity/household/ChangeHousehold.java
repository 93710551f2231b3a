package org.huizhu.identity.household;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.huizhu.identity.certificate.Findings;
import org.huizhu.identity.household.Change.MemberPart;
import org.huizhu.identity.resident.ArrangeHouseholds;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.identity.resident.HeldFiles;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.time.IdSource;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Founds, splits and joins households. Only those of which every member lives within the caller's area are changed; any
 * other does not exist for them. A new household has no known income: that is found for the people who live together.
 */
@Component
class ChangeHousehold {

    private final ArrangeHouseholds arrange;
    private final Members members;
    private final HeldFiles files;
    private final Atomically atomically;
    private final AuditLog audit;
    private final IdSource ids;
    private final InstantSource clock;

    ChangeHousehold(
            ArrangeHouseholds arrange,
            Members members,
            HeldFiles files,
            Atomically atomically,
            AuditLog audit,
            IdSource ids,
            InstantSource clock) {
        this.arrange = arrange;
        this.members = members;
        this.files = files;
        this.atomically = atomically;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** A household of its own for these people; {@code from}: the one that they all leave, or any. */
    String found(Change.Found change, @Nullable String from, @Nullable String area) {
        var findings = new Findings();
        Map<String, MemberRelation> parts = members(findings, change.members());
        LocalDate since = day(findings, "since", change.since());
        ToldBy toldBy = toldBy(findings, change.toldBy());
        String household = ids.next();
        return atomically.run(() -> {
            if (from != null) {
                visible(from, area);
                parts.keySet().stream()
                        .filter(resident -> !present(from).contains(resident))
                        .findFirst()
                        .ifPresent(stranger -> findings.add("members", "not-a-member"));
            }
            refuse(findings);
            known(parts.keySet(), area);
            Map<String, Optional<String>> places = new LinkedHashMap<>();
            parts.keySet().forEach(resident -> places.put(resident, Optional.of(household)));
            arrange.move(places, since);
            parts.forEach((resident, relation) -> members.relate(resident, relation, toldBy));
            audit(parts.keySet(), "household.found");
            return household;
        });
    }

    /** Brings somebody in, who leaves the household they are in. */
    void join(String household, Change.Join change, @Nullable String area) {
        var findings = new Findings();
        String resident = findings.required("residentId", change.residentId());
        findings.required("relation", change.relation());
        MemberRelation relation = findings.code("relation", change.relation(), MemberRelation.class);
        if (relation == MemberRelation.HEAD) {
            findings.add("relation", "head-by-head");
        }
        LocalDate since = day(findings, "since", change.since());
        ToldBy toldBy = toldBy(findings, change.toldBy());
        refuse(findings);
        if (resident == null || relation == null) {
            throw new IllegalStateException("what is required is there");
        }
        atomically.run(() -> {
            visible(household, area);
            known(Set.of(resident), area);
            arrange.move(Map.of(resident, Optional.of(household)), since);
            members.relate(resident, relation, toldBy);
            audit(Set.of(resident), "household.join");
            return household;
        });
    }

    /** Takes somebody out, who is then in none; the last day in it is today when none is told. */
    void leave(String household, String resident, Change.Leave change, @Nullable String area) {
        var findings = new Findings();
        LocalDate lastDay = day(findings, "lastDay", change.lastDay());
        atomically.run(() -> {
            visible(household, area);
            Member leaving = members.of(household).stream()
                    .filter(member -> member.isPresent() && member.residentId().equals(resident))
                    .findFirst()
                    .orElseThrow(() -> Problem.notFound("no-such-member"));
            if (leaving.since() != null && lastDay.isBefore(leaving.since())) {
                findings.add("lastDay", "period-backwards");
            }
            refuse(findings);
            arrange.move(Map.of(resident, Optional.empty()), lastDay.plusDays(1));
            audit(Set.of(resident), "household.leave");
            return household;
        });
    }

    /** Makes another member the head; what others are to them is what is told now, and unknown of whom nothing is. */
    void head(String household, Change.Head change, @Nullable String area) {
        var findings = new Findings();
        Map<String, MemberRelation> parts = members(findings, change.members());
        ToldBy toldBy = toldBy(findings, change.toldBy());
        atomically.run(() -> {
            visible(household, area);
            if (!present(household).containsAll(parts.keySet())) {
                findings.add("members", "not-a-member");
            }
            refuse(findings);
            members.forgetRelations(household);
            parts.forEach((resident, relation) -> members.relate(resident, relation, toldBy));
            audit(parts.keySet(), "household.head");
            return household;
        });
    }

    void complete(String household, Change.Complete change, @Nullable String area) {
        if (change.complete() == null) {
            var findings = new Findings();
            findings.required("complete", null);
            refuse(findings);
        }
        atomically.run(() -> {
            visible(household, area);
            arrange.complete(household, Boolean.TRUE.equals(change.complete()));
            audit(present(household), "household.complete");
            return household;
        });
    }

    private Map<String, MemberRelation> members(Findings findings, @Nullable List<@Nullable MemberPart> parts) {
        Map<String, MemberRelation> members = new LinkedHashMap<>();
        if (parts == null || parts.isEmpty()) {
            findings.add("members", "required");
            return members;
        }
        findings.entries("members", parts).forEach((field, part) -> {
            String resident = findings.required(field + ".residentId", part.residentId());
            findings.required(field + ".relation", part.relation());
            MemberRelation relation = findings.code(field + ".relation", part.relation(), MemberRelation.class);
            if (resident != null && relation != null && members.put(resident, relation) != null) {
                findings.add(field + ".residentId", "member-twice");
            }
        });
        if (findings.isEmpty()
                && members.values().stream()
                                .filter(relation -> relation == MemberRelation.HEAD)
                                .count()
                        != 1) {
            findings.add("members", "one-head");
        }
        return members;
    }

    private LocalDate day(Findings findings, String field, @Nullable String text) {
        LocalDate today = Shanghai.today(clock);
        return Objects.requireNonNullElse(findings.pastDay(field, text, null, today), today);
    }

    private static ToldBy toldBy(Findings findings, @Nullable String text) {
        findings.required("toldBy", text);
        return Objects.requireNonNullElse(findings.code("toldBy", text, ToldBy.class), ToldBy.STAFF);
    }

    private static void refuse(Findings findings) {
        if (!findings.isEmpty()) {
            throw Problem.faults("household-invalid", findings.faults());
        }
    }

    private void visible(String household, @Nullable String area) {
        if (!members.isWithin(household, area)) {
            throw Problem.notFound("no-such-household");
        }
    }

    private Set<String> present(String household) {
        Set<String> present = new HashSet<>();
        members.of(household).stream().filter(Member::isPresent).forEach(member -> present.add(member.residentId()));
        return present;
    }

    private void known(Collection<String> residents, @Nullable String area) {
        Map<String, String> homes = files.areasOf(residents);
        for (String resident : residents) {
            String home = homes.get(resident);
            if (home == null || !HeldFiles.isWithin(home, area)) {
                throw Problem.notFound("no-such-resident");
            }
        }
    }

    private void audit(Collection<String> residents, String action) {
        new ArrayList<>(residents).stream().sorted().forEach(resident -> audit.record(action, resident));
    }
}
