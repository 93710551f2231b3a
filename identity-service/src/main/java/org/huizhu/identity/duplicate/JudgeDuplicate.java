package org.huizhu.identity.duplicate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huizhu.identity.certificate.Findings;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.identity.resident.HeldFile;
import org.huizhu.identity.resident.HeldFiles;
import org.huizhu.identity.resident.MergeField;
import org.huizhu.identity.resident.MergeFiles;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows possible doubles to a person, and does what the person decides; each decision can be taken back. */
@Component
class JudgeDuplicate {

    private final Duplicates duplicates;
    private final MergeFiles mergeFiles;
    private final HeldFiles files;
    private final Atomically atomically;
    private final AuditLog audit;

    JudgeDuplicate(
            Duplicates duplicates, MergeFiles mergeFiles, HeldFiles files, Atomically atomically, AuditLog audit) {
        this.duplicates = duplicates;
        this.mergeFiles = mergeFiles;
        this.files = files;
        this.atomically = atomically;
        this.audit = audit;
    }

    /** {@code take}: the fields that the survivor gets from the other file. */
    record Merge(
            @Nullable String survivor,
            @Nullable List<@Nullable String> take,
            @Nullable String reason) {}

    record Reason(@Nullable String reason) {}

    /** {@code kept}: fields that were changed after the merge and stay as they are. */
    record Undone(Set<MergeField> kept) {}

    List<DuplicateView> page(Duplicate.Status status, @Nullable String area, String after, int size) {
        return atomically.run(() -> {
            List<Duplicate> pairs = duplicates.page(status, area, after, size);
            List<String> people = new ArrayList<>();
            pairs.forEach(pair -> people.addAll(List.of(pair.first(), pair.second())));
            Map<String, HeldFile> shown = files.of(people);
            audit.record("duplicates.list", "list", status.name());
            return pairs.stream()
                    .map(pair -> DuplicateView.brief(pair, file(shown, pair.first()), file(shown, pair.second())))
                    .toList();
        });
    }

    DuplicateView read(String id, @Nullable String area) {
        return atomically.run(() -> {
            Duplicate pair = visible(id, area);
            Map<String, HeldFile> shown = files.of(List.of(pair.first(), pair.second()));
            both(pair, "duplicate.read");
            return DuplicateView.whole(pair, file(shown, pair.first()), file(shown, pair.second()));
        });
    }

    private static HeldFile file(Map<String, HeldFile> files, String id) {
        HeldFile file = files.get(id);
        if (file == null) {
            throw new IllegalStateException("a pair is of two files");
        }
        return file;
    }

    void merge(String id, Merge merge, @Nullable String area) {
        var findings = new Findings();
        String reason = findings.required("reason", merge.reason());
        String survivor = findings.required("survivor", merge.survivor());
        Set<MergeField> taken = taken(findings, merge.take());
        atomically.run(() -> {
            Duplicate pair = visible(id, area);
            if (survivor != null && !survivor.equals(pair.first()) && !survivor.equals(pair.second())) {
                findings.add("survivor", "survivor-of-the-pair");
            }
            if (survivor == null || reason == null || !findings.isEmpty()) {
                throw Problem.faults("decision-invalid", findings.faults());
            }
            expect(id, Duplicate.Status.OPEN);
            String closed = survivor.equals(pair.first()) ? pair.second() : pair.first();
            String memo = mergeFiles.merge(survivor, closed, taken);
            decide(pair, Duplicate.Status.MERGED, survivor, memo, Duplicate.Decision.MERGED, reason);
            both(pair, "duplicate.merge");
            return id;
        });
    }

    private static Set<MergeField> taken(Findings findings, @Nullable List<@Nullable String> take) {
        Set<MergeField> taken = EnumSet.noneOf(MergeField.class);
        if (take != null) {
            findings.entries("take", take).forEach((field, name) -> {
                MergeField found = findings.code(field, name, MergeField.class);
                if (found != null) {
                    taken.add(found);
                }
            });
        }
        return taken;
    }

    void keepApart(String id, Reason request, @Nullable String area) {
        String reason = reason(request);
        atomically.run(() -> {
            Duplicate pair = visible(id, area);
            expect(id, Duplicate.Status.OPEN);
            decide(pair, Duplicate.Status.KEPT_APART, null, null, Duplicate.Decision.KEPT_APART, reason);
            both(pair, "duplicate.keep-apart");
            return id;
        });
    }

    /** Takes the last decision back; the pair is open again. */
    Undone undo(String id, Reason request, @Nullable String area) {
        String reason = reason(request);
        return atomically.run(() -> {
            Duplicate pair = visible(id, area);
            Duplicate.Status status = duplicates.lock(id);
            if (status == Duplicate.Status.OPEN) {
                throw Problem.conflict("duplicate-decided", status.name());
            }
            Set<MergeField> kept = EnumSet.noneOf(MergeField.class);
            String survivor = pair.survivor();
            if (status == Duplicate.Status.MERGED && survivor != null) {
                if (duplicates.hasLaterMerge(id, survivor)) {
                    throw Problem.conflict("later-merge");
                }
                String closed = survivor.equals(pair.first()) ? pair.second() : pair.first();
                kept.addAll(mergeFiles.undo(survivor, closed, duplicates.memo(id)));
            }
            decide(pair, Duplicate.Status.OPEN, null, null, Duplicate.Decision.UNDONE, reason);
            both(pair, "duplicate.undo");
            return new Undone(kept);
        });
    }

    private static String reason(Reason request) {
        var findings = new Findings();
        String reason = findings.required("reason", request.reason());
        if (reason == null) {
            throw Problem.faults("decision-invalid", findings.faults());
        }
        return reason;
    }

    private void expect(String id, Duplicate.Status expected) {
        Duplicate.Status status = duplicates.lock(id);
        if (status != expected) {
            throw Problem.conflict("duplicate-decided", status.name());
        }
    }

    private void decide(
            Duplicate pair,
            Duplicate.Status status,
            @Nullable String survivor,
            @Nullable String memo,
            Duplicate.Decision decision,
            String reason) {
        String by = Caller.current().subject();
        duplicates.decide(pair.id(), status, survivor, memo, by);
        duplicates.note(pair.id(), decision, reason, by);
    }

    private Duplicate visible(String id, @Nullable String area) {
        return duplicates.find(id, area).orElseThrow(() -> Problem.notFound("no-such-duplicate"));
    }

    private void both(Duplicate pair, String action) {
        audit.record(action, pair.first());
        audit.record(action, pair.second());
    }
}
