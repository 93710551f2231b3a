package org.huizhu.identity.matter;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.huizhu.contracts.CertificateMatterMoved.Kind;
import org.huizhu.identity.certificate.AnsweredRequests;
import org.huizhu.identity.certificate.CheckRegistration;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.identity.resident.Holder;
import org.huizhu.identity.resident.KnownHolders;
import org.huizhu.identity.resident.RegisterResidents;
import org.huizhu.identity.resident.Registered;
import org.huizhu.identity.resident.StaffArea;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.huizhu.platform.time.IdSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Takes a matter in; an applicant who is not on file yet is registered with it. */
@Component
class FileMatter {

    private final Matters matters;
    private final MatterJournal journal;
    private final MatterHistory history;
    private final KnownHolders holders;
    private final RegisterResidents register;
    private final AnsweredRequests answered;
    private final MatterAccess access;
    private final OfficeDays days;
    private final IdSource ids;
    private final Atomically atomically;

    FileMatter(
            Matters matters,
            MatterJournal journal,
            MatterHistory history,
            KnownHolders holders,
            RegisterResidents register,
            AnsweredRequests answered,
            MatterAccess access,
            OfficeDays days,
            IdSource ids,
            Atomically atomically) {
        this.matters = matters;
        this.journal = journal;
        this.history = history;
        this.holders = holders;
        this.register = register;
        this.answered = answered;
        this.access = access;
        this.days = days;
        this.ids = ids;
        this.atomically = atomically;
    }

    /** Answers a request that was answered before under the same {@code key} as it was then. */
    MatterSummary file(Requests.File request, @Nullable String key) {
        return atomically.run(() -> answered.once(key, request, MatterSummary.class, () -> file(request)));
    }

    private MatterSummary file(Requests.File request) {
        OfficeDay today = days.today();
        Holder holder = holder(request, today.date());
        var check = new CheckFiling(request, holder, today);
        CheckFiling.Checked checked = check.check();
        matters.openOf(holder.residentId(), checked.kind()).ifPresent(open -> {
            throw Problem.conflict("matter-open", open);
        });
        Matter matter = Matter.filed(ids.next(), holder.residentId(), checked.kind(), checked.filing(), today);
        if (checked.result() != null) {
            matter = matter.withResultFromElsewhere(checked.result(), checked.notice());
        }
        journal.begun(matter, Action.FILE, null);
        history.submitted(matter.id(), checked.documents(), checked.remark());
        return MatterSummary.of(matter, today.date());
    }

    private Holder holder(Requests.File request, LocalDate today) {
        String id = request.residentId();
        if ((id == null) == (request.applicant() == null)) {
            throw Problem.faults("matter-invalid", List.of(Fault.of("residentId", "resident-or-applicant")));
        }
        String known = id == null ? registered(request, today) : id;
        if (!access.files(known)) {
            throw new AccessDeniedException("not one who files for residents");
        }
        return holders.find(known).orElseThrow(() -> Problem.notFound("no-such-resident"));
    }

    private String registered(Requests.File request, LocalDate today) {
        Caller caller = Caller.current();
        if (caller.staffArea().isEmpty()) {
            throw new AccessDeniedException("only staff register applicants");
        }
        if (!Objects.equals(request.kind(), Kind.APPLY.name())
                && !Objects.equals(request.kind(), Kind.MOVE_IN.name())) {
            throw Problem.faults("matter-invalid", List.of(Fault.of("applicant", "applicant-applies")));
        }
        String area = StaffArea.of(caller);
        return switch (CheckRegistration.checkApplicant(Objects.requireNonNull(request.applicant()), today, area)) {
            case CheckRegistration.Result.Invalid(List<Fault> faults) ->
                throw Problem.faults(
                        "matter-invalid",
                        faults.stream()
                                .map(fault -> new Fault("applicant." + fault.field(), fault.code(), fault.arguments()))
                                .toList());
            case CheckRegistration.Result.Valid valid ->
                switch (register.register(List.of(valid.registration()), area).getFirst()) {
                    case Registered.Refused(String field, String code) ->
                        throw Problem.faults("matter-invalid", List.of(Fault.of("applicant." + field, code)));
                    case Registered.Accepted accepted -> accepted.residentId();
                };
        };
    }

    /** Sends again what was returned; what was sent before stays. */
    void resubmitted(Matter matter, Set<Document> documents, @Nullable String remark) {
        history.submitted(matter.id(), documents, remark);
    }
}
