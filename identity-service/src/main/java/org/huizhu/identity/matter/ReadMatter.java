package org.huizhu.identity.matter;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizhu.contracts.DisabilityCategory;
import org.huizhu.identity.credential.Priority;
import org.huizhu.identity.resident.Holder;
import org.huizhu.identity.resident.KnownHolders;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows one matter whole and records who looked. */
@Component
class ReadMatter {

    private final Matters matters;
    private final MatterResults results;
    private final MatterHistory history;
    private final KnownHolders holders;
    private final Priority priority;
    private final OfficeDays days;
    private final AuditLog audit;

    ReadMatter(
            Matters matters,
            MatterResults results,
            MatterHistory history,
            KnownHolders holders,
            Priority priority,
            OfficeDays days,
            AuditLog audit) {
        this.matters = matters;
        this.results = results;
        this.history = history;
        this.holders = holders;
        this.priority = priority;
        this.days = days;
        this.audit = audit;
    }

    @Transactional
    MatterView read(String id) {
        Matter matter = matters.find(id).orElseThrow(() -> Problem.notFound("no-such-matter"));
        Holder holder = holders.find(matter.residentId()).orElseThrow();
        audit.record("certificate-matter.read", matter.residentId());
        return view(matter, holder, days.today());
    }

    /** The last diagnosis that was written down. */
    @Transactional
    String diagnosis(String id) {
        Matter matter = matters.find(id).orElseThrow(() -> Problem.notFound("no-such-matter"));
        audit.record("certificate-matter.read-diagnosis", matter.residentId());
        return results.of(id).reversed().stream()
                .flatMap(result -> Stream.ofNullable(result.note()))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("no-diagnosis"));
    }

    private MatterView view(Matter matter, Holder holder, OfficeDay today) {
        Caller caller = Caller.current();
        boolean staff = caller.staffArea().isPresent();
        List<MatterHistory.Submission> submissions = history.submissions(matter.id());
        List<Result> found = results.of(matter.id());
        Filing filing = matter.filing();
        return new MatterView(
                MatterSummary.of(matter, today.date()),
                holder,
                priority.isFirst(holder.residentId()),
                new MatterView.FilingView(
                        filing.channel(), filing.office(), filing.handTo(), filing.about(), filing.details()),
                missing(matter, holder, submissions, today),
                submissions,
                assessment(matter, staff),
                found.stream().map(MatterView.ResultView::of).toList(),
                warnings(found, holder, today),
                notice(matter, staff),
                matter.disputableUntil(today)
                        .filter(day -> !today.date().isAfter(day))
                        .orElse(null),
                matters.isDisputed(matter.id()),
                actions(matter, caller),
                history.steps(matter.id()).stream()
                        .map(entry -> staff ? entry : entry.withoutActor())
                        .toList());
    }

    private static Set<Document> missing(
            Matter matter, Holder holder, List<MatterHistory.Submission> submissions, OfficeDay today) {
        Set<Document> sent = EnumSet.noneOf(Document.class);
        submissions.forEach(submission -> sent.addAll(submission.documents()));
        boolean minor = new Applicant(holder.birthDate())
                .isYoungerThan(today.number(Rule.NOTICE_FROM_AGE).orElse(0), today.date());
        return Document.missing(matter.kind(), minor, sent);
    }

    private static MatterView.@Nullable AssessmentView assessment(Matter matter, boolean staff) {
        String hospital = matter.progress().hospital();
        Progress.Visit visit = matter.progress().visit();
        if (hospital == null) {
            return null;
        }
        return new MatterView.AssessmentView(
                hospital, visit == null ? null : visit.on(), visit == null || !staff ? null : visit.team());
    }

    private MatterView.@Nullable NoticeView notice(Matter matter, boolean staff) {
        LocalDate until = matter.progress().notice().until();
        return until == null ? null : new MatterView.NoticeView(until, staff ? history.objections(matter.id()) : null);
    }

    private static Set<Action> actions(Matter matter, Caller caller) {
        return MatterFlow.WAYS.stream()
                .filter(way -> way.from() == matter.step()
                        && way.tracks().contains(matter.filing().track())
                        && way.condition().holds(matter)
                        && way.action().roleOf(caller).isPresent())
                .map(MatterFlow.Way::action)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Assessed younger than is usual: to look at once more, never a reason to refuse (policy 1.4). */
    private static List<String> warnings(List<Result> results, Holder holder, OfficeDay today) {
        return results.stream()
                .flatMap(result -> {
                    Result.Disability found = result.disability();
                    int age = Period.between(holder.birthDate(), result.assessedOn())
                            .getYears();
                    return found == null
                            ? Stream.empty()
                            : Stream.concat(
                                            Stream.of(found.category()),
                                            found.components().stream().map(part -> part.category()))
                                    .filter(category -> isUnusual(category, age, today));
                })
                .map(category -> "age-unusual-" + category)
                .distinct()
                .toList();
    }

    private static boolean isUnusual(DisabilityCategory category, int age, OfficeDay today) {
        return category != DisabilityCategory.MULTIPLE
                && today.number(Rule.valueOf("USUAL_AGE_" + category))
                        .filter(usual -> age < usual)
                        .isPresent();
    }
}
