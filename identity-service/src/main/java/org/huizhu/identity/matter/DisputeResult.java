package org.huizhu.identity.matter;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.huizhu.contracts.CertificateMatterMoved.Kind;
import org.huizhu.contracts.CertificateMatterMoved.Step;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.identity.resident.Holder;
import org.huizhu.identity.resident.KnownHolders;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.huizhu.platform.time.IdSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Disputes of results (Art. 25): to the city, then to the provincial committee, whose finding is final. A finding that
 * changes the result puts it in the place of the old one; where the disputed matter is closed by then, a new one begins
 * with it.
 */
@Component
class DisputeResult {

    private static final Set<Step> CORRECTABLE = EnumSet.of(Step.NOTICE, Step.REVIEW, Step.READY);

    private final Matters matters;
    private final MoveMatter move;
    private final MatterJournal journal;
    private final BringUpToDay upToDay;
    private final KnownHolders holders;
    private final OfficeDays days;
    private final IdSource ids;
    private final Atomically atomically;

    DisputeResult(
            Matters matters,
            MoveMatter move,
            MatterJournal journal,
            BringUpToDay upToDay,
            KnownHolders holders,
            OfficeDays days,
            IdSource ids,
            Atomically atomically) {
        this.matters = matters;
        this.move = move;
        this.journal = journal;
        this.upToDay = upToDay;
        this.holders = holders;
        this.days = days;
        this.ids = ids;
        this.atomically = atomically;
    }

    /** Opens a dispute of what was found in matter {@code id}. */
    Matter dispute(String id, long seen, @Nullable String remark) {
        return atomically.run(() -> {
            OfficeDay today = days.today();
            Matter disputed = upToDay.bring(move.seen(id, seen), today);
            LocalDate until = disputed.disputableUntil(today)
                    .filter(day -> disputed.step() != Step.WITHDRAWN && disputed.step() != Step.CLOSED)
                    .filter(day -> !matters.wasDisputed(id))
                    .orElseThrow(() -> Problem.conflict("matter-not-disputable"));
            if (today.date().isAfter(until)) {
                throw Problem.conflict("dispute-too-late", until.toString());
            }
            matters.openOf(disputed.residentId(), Kind.DISPUTE).ifPresent(open -> {
                throw Problem.conflict("matter-open", open);
            });
            Matter dispute = disputed.disputed(ids.next(), filing(disputed.id(), Track.DISPUTED, today.date()));
            journal.begun(dispute, Action.DISPUTE, remark);
            return dispute;
        });
    }

    private static Filing filing(String about, Track track, LocalDate today) {
        Caller caller = Caller.current();
        Channel channel = track == Track.DISPUTED ? channel(caller) : Channel.FINDING;
        return new Filing(
                track,
                channel,
                caller.subject(),
                today,
                caller.staffArea().orElse(null),
                null,
                about,
                MatterDetails.NONE);
    }

    private static Channel channel(Caller caller) {
        if (caller.staffArea().isPresent()) {
            return Channel.CLERK;
        }
        return caller.roles().contains("resident") ? Channel.RESIDENT : Channel.GUARDIAN;
    }

    /** Enters what city or province found; {@code assessment} is what takes the place of the result, if anything does. */
    Matter find(String id, long seen, Requests.@Nullable Assessment assessment, @Nullable String remark) {
        return atomically.run(() -> {
            OfficeDay today = days.today();
            Matter dispute = upToDay.bring(move.seen(id, seen), today);
            Action action = assessment == null ? Action.UPHOLD : Action.OVERTURN;
            Matter found = dispute.simply(action, today);
            journal.moved(dispute, found, action, remark);
            if (assessment != null) {
                correct(dispute, assessment, today);
            }
            return found;
        });
    }

    private void correct(Matter dispute, Requests.Assessment assessment, OfficeDay today) {
        Holder holder = holders.find(dispute.residentId()).orElseThrow();
        Applicant of = new Applicant(holder.birthDate());
        var sent = new Sent();
        Result result = sent.result(
                assessment,
                dispute.step() == Step.AT_CITY ? Result.Source.CITY : Result.Source.PROVINCE,
                null,
                new Sent.By(Caller.current().subject(), today.date(), of));
        sent.check();
        Result corrected = Objects.requireNonNull(result);
        Matter disputed =
                matters.lock(Objects.requireNonNull(dispute.filing().about())).orElseThrow();
        Matter now = upToDay.bring(disputed, today);
        if (CORRECTABLE.contains(now.step())) {
            journal.moved(now, now.correct(corrected, of, today), Action.CORRECT, null);
        } else if (corrected.disability() != null) {
            begin(holder, now, corrected, today);
        }
    }

    private void begin(Holder holder, Matter closed, Result result, OfficeDay today) {
        Holder.Card card = holder.card();
        Kind kind = card != null && card.isHeld() ? Kind.CHANGE : Kind.APPLY;
        matters.openOf(holder.residentId(), kind).ifPresent(open -> {
            throw Problem.conflict("matter-open", open);
        });
        Filing how = filing(closed.id(), Track.ASSESSED, today.date());
        Matter begun = Matter.ofFinding(
                ids.next(), holder.residentId(), kind, how, result, new Applicant(holder.birthDate()), today);
        journal.begun(begun, Action.CORRECT, null);
    }
}
