package org.huizhu.platform.packs;

import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.time.IdSource;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what an officer wrote, faulty or not: what was sent is never lost, but a faulty draft goes no further. */
final class KeepDraft {

    private final TransactionTemplate transaction;
    private final CheckDraft check;
    private final PackVersions versions;
    private final AuditLog audit;
    private final IdSource ids;

    KeepDraft(TransactionTemplate transaction, CheckDraft check, PackVersions versions, AuditLog audit, IdSource ids) {
        this.transaction = transaction;
        this.check = check;
        this.versions = versions;
        this.audit = audit;
        this.ids = ids;
    }

    /** What is kept, and how it was found. */
    record Kept(PackVersion version, CheckedDraft draft) {}

    Kept create(String yaml) {
        CheckedDraft draft = check.check(yaml);
        String id = ids.next();
        transaction.executeWithoutResult(status -> {
            versions.add(id, draft);
            audit.record("packs.draft-created", "pack", id);
        });
        return new Kept(versions.get(id), draft);
    }

    Kept edit(String id, long seen, String yaml) {
        PackVersion version = draft(versions, id, seen);
        CheckedDraft draft = check.check(yaml);
        transaction.executeWithoutResult(status -> {
            versions.edit(version, draft);
            audit.record("packs.draft-edited", "pack", id);
        });
        return new Kept(versions.get(id), draft);
    }

    /** The draft that the caller has seen; a problem when it is none any more or was edited since. */
    static PackVersion draft(PackVersions versions, String id, long seen) {
        PackVersion version = versions.get(id);
        if (version.status() != PackStatus.DRAFT) {
            throw Problem.conflict("pack-not-a-draft");
        }
        if (version.version() != seen) {
            throw new Problem(HttpStatus.PRECONDITION_FAILED, "version-outdated");
        }
        return version;
    }
}
