package org.huizhu.platform.packs;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import org.huizhu.eligibility.Pack;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.huizhu.platform.time.Shanghai;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Approves a rehearsed draft, or takes an approved version back before its first day. A version begins after today, so
 * that no month already paid is touched, and within the two years that decisions foresee.
 */
final class PublishPack {

    private static final Period FORESEEN = Period.ofMonths(24);

    private final TransactionTemplate transaction;
    private final CheckDraft check;
    private final PackVersions versions;
    private final Rehearsals rehearsals;
    private final PublishedVersions published;
    private final PacksInForce packs;
    private final AuditLog audit;
    private final InstantSource clock;

    PublishPack(
            TransactionTemplate transaction,
            CheckDraft check,
            PackVersions versions,
            Rehearsals rehearsals,
            PublishedVersions published,
            PacksInForce packs,
            AuditLog audit,
            InstantSource clock) {
        this.transaction = transaction;
        this.check = check;
        this.versions = versions;
        this.rehearsals = rehearsals;
        this.published = published;
        this.packs = packs;
        this.audit = audit;
        this.clock = clock;
    }

    PackVersion approve(String id, long seen) {
        packs.refresh();
        transaction.executeWithoutResult(status -> {
            published.change();
            PackVersion draft = KeepDraft.draft(versions, id, seen);
            refuseTheAuthor(draft);
            CheckedDraft checked = check.check(draft.yaml());
            Pack pack = checked.pack();
            String rehearsal = rehearsals.doneOf(draft).orElseThrow(() -> Problem.conflict("pack-not-rehearsed"));
            refuseFirstDay(pack.from());
            versions.approved(pack.programme()).forEach(other -> refuseOverlap(pack, other));
            versions.approve(draft, checked, rehearsal);
            audit.record("packs.approved", "pack", id);
        });
        packs.refresh();
        return versions.get(id);
    }

    PackVersion withdraw(String id) {
        transaction.executeWithoutResult(status -> {
            published.change();
            PackVersion version = versions.get(id);
            boolean coming = version.from() != null && version.from().isAfter(Shanghai.today(clock));
            if (version.status() != PackStatus.APPROVED || !coming) {
                throw Problem.conflict("pack-not-coming");
            }
            versions.withdraw(version);
            audit.record("packs.withdrawn", "pack", id);
        });
        packs.refresh();
        return versions.get(id);
    }

    private static void refuseTheAuthor(PackVersion draft) {
        if (draft.isWrittenBy(Caller.current().subject())) {
            throw new Problem(HttpStatus.FORBIDDEN, "pack-needs-second-officer");
        }
    }

    private void refuseFirstDay(LocalDate from) {
        LocalDate today = Shanghai.today(clock);
        LocalDate last = today.plus(FORESEEN);
        if (!from.isAfter(today) || from.isAfter(last)) {
            throw Problem.conflict(
                    "pack-first-day", from.toString(), today.plusDays(1).toString(), last.toString());
        }
    }

    /** A later one may follow and so end this one's time; but none that was approved may lie within it. */
    private void refuseOverlap(Pack pack, PackVersion other) {
        LocalDate begins = other.from();
        if (begins == null || other.pack() == null) {
            return;
        }
        boolean reaches = pack.to() == null || !pack.to().isBefore(begins);
        if (begins.isAfter(Shanghai.today(clock)) && !pack.from().isAfter(begins) && reaches) {
            throw Problem.conflict(
                    "pack-overlaps",
                    other.pack(),
                    begins.toString(),
                    begins.minusDays(1).toString());
        }
        if (other.pack().equals(pack.name())) {
            throw Problem.conflict("pack-name-taken", pack.name(), begins.toString());
        }
    }
}
