package org.huizhu.identity.household;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huizhu.identity.certificate.Findings;
import org.huizhu.identity.resident.ArrangeHouseholds;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.identity.resident.HeldFile;
import org.huizhu.identity.resident.HeldFiles;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.huizhu.platform.time.IdSource;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes down how two people belong together, and until when; what follows for their households is told at once. */
@Component
class TellRelation {

    private final Relations relations;
    private final HeldFiles files;
    private final ArrangeHouseholds households;
    private final Atomically atomically;
    private final AuditLog audit;
    private final IdSource ids;
    private final InstantSource clock;

    TellRelation(
            Relations relations,
            HeldFiles files,
            ArrangeHouseholds households,
            Atomically atomically,
            AuditLog audit,
            IdSource ids,
            InstantSource clock) {
        this.relations = relations;
        this.files = files;
        this.households = households;
        this.atomically = atomically;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** {@code role}: what the resident is in it, FROM (the default) or TO. */
    record Told(
            @Nullable String kind,
            @Nullable String other,
            @Nullable String role,
            @Nullable String since,
            @Nullable String toldBy) {}

    record Ended(@Nullable String lastDay) {}

    /** The id of the relation. Both must live within {@code area}, {@code null} everywhere. */
    String tell(String resident, Told told, @Nullable String area) {
        LocalDate today = Shanghai.today(clock);
        var findings = new Findings();
        findings.required("kind", told.kind());
        findings.required("toldBy", told.toldBy());
        RelationKind kind = findings.code("kind", told.kind(), RelationKind.class);
        ToldBy toldBy = findings.code("toldBy", told.toldBy(), ToldBy.class);
        RelationView.Direction role = findings.code("role", told.role(), RelationView.Direction.class);
        LocalDate since = findings.pastDay("since", told.since(), null, today);
        String other = findings.required("other", told.other());
        if (other != null && other.equals(resident)) {
            findings.add("other", "relation-to-oneself");
        }
        if (kind == null || toldBy == null || other == null || !findings.isEmpty()) {
            throw Problem.faults("relation-invalid", findings.faults());
        }
        boolean turned = role == RelationView.Direction.TO;
        Relation relation =
                Relation.of(ids.next(), kind, turned ? other : resident, turned ? resident : other, since, toldBy);
        return atomically.run(() -> {
            // Locks both files, so that the same cannot be told twice at the same time.
            households.recountOf(List.of(relation.from(), relation.to()));
            fits(relation, other, area);
            relations.add(relation, Caller.current().subject());
            households.recountOf(List.of(relation.to()));
            audit.record("relation.tell", resident);
            return relation.id();
        });
    }

    private void fits(Relation relation, String other, @Nullable String area) {
        Map<String, HeldFile> both = files.of(List.of(relation.from(), relation.to()));
        String home = files.areasOf(List.of(other)).get(other);
        if (both.size() < 2 || !HeldFiles.isWithin(home, area)) {
            throw Problem.notFound("no-such-resident");
        }
        var findings = new Findings();
        if (relation.kind().isDescent() && !bornOf(both, relation.from()).isBefore(bornOf(both, relation.to()))) {
            findings.add("other", "relation-order");
        }
        for (Relation held : relations.of(relation.from())) {
            if (held.lastDay() == null && held.kind() == relation.kind()) {
                boolean same = held.from().equals(relation.from()) && held.to().equals(relation.to());
                if (same) {
                    throw Problem.conflict("relation-exists");
                }
                if (relation.kind() == RelationKind.SPOUSE) {
                    findings.add("other", "spouse-twice");
                }
            }
        }
        if (relation.kind() == RelationKind.SPOUSE
                && relations.of(relation.to()).stream()
                        .anyMatch(held -> held.kind() == RelationKind.SPOUSE && held.lastDay() == null)) {
            findings.add("other", "spouse-twice");
        }
        if (!findings.isEmpty()) {
            throw Problem.faults("relation-invalid", findings.faults());
        }
    }

    private static LocalDate bornOf(Map<String, HeldFile> files, String id) {
        return Objects.requireNonNull(files.get(id)).person().idNumber().birthDate();
    }

    /** Ends it on its last day; today when none is told. */
    void end(String resident, String id, Ended told) {
        LocalDate today = Shanghai.today(clock);
        var findings = new Findings();
        LocalDate lastDay = Objects.requireNonNullElse(findings.pastDay("lastDay", told.lastDay(), null, today), today);
        if (!findings.isEmpty()) {
            throw Problem.faults("relation-invalid", findings.faults());
        }
        atomically.run(() -> {
            Relation relation = relations
                    .find(id)
                    .filter(held -> held.from().equals(resident) || held.to().equals(resident))
                    .filter(held -> held.lastDay() == null)
                    .orElseThrow(() -> Problem.notFound("no-such-relation"));
            if (relation.since() != null && lastDay.isBefore(relation.since())) {
                findings.add("lastDay", "period-backwards");
                throw Problem.faults("relation-invalid", findings.faults());
            }
            relations.end(id, lastDay, Caller.current().subject());
            households.recountOf(List.of(relation.to()));
            audit.record("relation.end", resident);
            return id;
        });
    }

    /** All of one resident. */
    List<RelationView> of(String resident, @Nullable String area) {
        return atomically.run(() -> {
            List<Relation> found = relations.of(resident);
            List<String> others = found.stream()
                    .map(relation -> relation.otherThan(resident))
                    .distinct()
                    .toList();
            Map<String, HeldFile> shown = files.of(others);
            Map<String, String> homes = files.areasOf(others);
            audit.record("relations.read", resident);
            return found.stream()
                    .map(relation -> {
                        String other = relation.otherThan(resident);
                        HeldFile file = HeldFiles.isWithin(homes.get(other), area) ? shown.get(other) : null;
                        return RelationView.of(relation, resident, file == null ? null : file.brief());
                    })
                    .toList();
        });
    }
}
