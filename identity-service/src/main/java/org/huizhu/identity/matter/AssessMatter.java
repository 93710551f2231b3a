package org.huizhu.identity.matter;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.huizhu.contracts.CertificateMatterMoved.Step;
import org.huizhu.identity.certificate.Findings;
import org.huizhu.identity.matter.Hospitals.Hospital;
import org.huizhu.identity.matter.MoveMatter.Asked;
import org.huizhu.identity.matter.Progress.Visit;
import org.huizhu.identity.resident.Holder;
import org.huizhu.identity.resident.KnownHolders;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.springframework.stereotype.Component;

/** Who assesses, where and when, and what they find. */
@Component
class AssessMatter {

    private final MoveMatter move;
    private final Hospitals hospitals;
    private final MatterAccess access;
    private final KnownHolders holders;
    private final MatterHistory history;

    AssessMatter(
            MoveMatter move, Hospitals hospitals, MatterAccess access, KnownHolders holders, MatterHistory history) {
        this.move = move;
        this.hospitals = hospitals;
        this.access = access;
        this.holders = holders;
        this.history = history;
    }

    Matter assign(String id, long seen, Requests.Assign request) {
        var sent = new Sent();
        String code = sent.findings().required("hospital", request.hospital());
        String remark = sent.remark("remark", request.remark());
        sent.check();
        return move.move(
                new Asked(id, seen, Action.ASSIGN, remark),
                (matter, today) -> matter.assign(designated(Objects.requireNonNull(code), today.date()), today));
    }

    /** A visit that failed, or that others are to make, is planned again. */
    Matter planVisit(String id, long seen, Requests.PlanVisit request) {
        var sent = new Sent();
        Findings findings = sent.findings();
        String code = findings.required("hospital", request.hospital());
        findings.required("day", request.day());
        LocalDate day = findings.day("day", request.day());
        String team = findings.required("team", request.team());
        String remark = sent.remark("remark", request.remark());
        sent.check();
        return move.move(new Asked(id, seen, Action.PLAN_VISIT, remark), (matter, today) -> {
            Visit visit = new Visit(Objects.requireNonNull(day), Objects.requireNonNull(team));
            if (visit.on().isBefore(today.date())) {
                throw fault("day", "day-past");
            }
            return matter.planVisit(designated(Objects.requireNonNull(code), today.date()), visit, today);
        });
    }

    private String designated(String code, LocalDate day) {
        return hospitals
                .find(code)
                .filter(hospital -> hospital.isDesignated(day))
                .orElseThrow(() -> fault("hospital", "hospital-not-designated"))
                .code();
    }

    private static Problem fault(String field, String code) {
        return Problem.faults("matter-invalid", List.of(Fault.of(field, code)));
    }

    /** Only the hospital to which it was sent finds anything. */
    Matter enterResult(String id, long seen, Requests.EnterResult request) {
        String hospital = access.hospital().orElseThrow(() -> Problem.notFound("no-such-matter"));
        return move.move(new Asked(id, seen, Action.ASSESS, null), (matter, today) -> {
            Holder holder = holders.find(matter.residentId()).orElseThrow();
            Applicant of = new Applicant(holder.birthDate());
            Result.Source source = matter.step() == Step.HOME_VISIT ? Result.Source.HOME_VISIT : Result.Source.HOSPITAL;
            var sent = new Sent();
            Result result = sent.result(
                    request.assessment(),
                    source,
                    hospital,
                    new Sent.By(Caller.current().subject(), today.date(), of));
            if (result != null && !mayAssess(hospital, result, today.date())) {
                sent.findings().add("assessment.category", "hospital-not-designated");
            }
            sent.check();
            return matter.assess(Objects.requireNonNull(result), of, today);
        });
    }

    private boolean mayAssess(String code, Result result, LocalDate day) {
        Result.Disability found = result.disability();
        Hospital hospital = hospitals.find(code).orElseThrow();
        return found == null
                || (hospital.isDesignated(day) && hospital.categories().contains(found.category()));
    }

    Matter object(String id, long seen, Requests.Act request) {
        var sent = new Sent();
        String text = sent.requiredRemark("remark", request.remark());
        sent.check();
        return move.move(
                new Asked(id, seen, Action.OBJECT, null),
                (matter, today) -> matter.object(today),
                moved -> history.objected(moved.id(), text));
    }
}
