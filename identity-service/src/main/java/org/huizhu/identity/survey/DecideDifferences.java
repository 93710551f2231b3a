package org.huizhu.identity.survey;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.huizhu.identity.certificate.Findings;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.identity.resident.HeldFile;
import org.huizhu.identity.resident.HeldFiles;
import org.huizhu.identity.resident.RegisterResidents;
import org.huizhu.identity.resident.Registered;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes what a survey says otherwise, or keeps what is held: all, or of some fields or people, or what is proposed so.
 * What is taken goes the way of every registration, so that it is told, and each field keeps where it came from.
 */
@Component
class DecideDifferences {

    private static final int PEOPLE_AT_ONCE = 300;
    private static final int MOST_PEOPLE = 50_000;

    private final SurveyAnswers answers;
    private final HeldFiles files;
    private final RegisterResidents register;
    private final Atomically atomically;
    private final AuditLog audit;

    DecideDifferences(
            SurveyAnswers answers, HeldFiles files, RegisterResidents register, Atomically atomically, AuditLog audit) {
        this.answers = answers;
        this.files = files;
        this.register = register;
        this.atomically = atomically;
        this.audit = audit;
    }

    /** Without {@code fields}, {@code residents} or {@code proposed} it is about all. */
    record Request(
            @Nullable String decision,
            @Nullable List<@Nullable String> fields,
            @Nullable List<@Nullable String> residents,
            @Nullable String proposed) {}

    /** {@code changedMeanwhile}: the file says something else now than when it was compared; they stay open. */
    record Decided(int decided, int changedMeanwhile, int refused) {

        Decided plus(Decided other) {
            return new Decided(
                    decided + other.decided, changedMeanwhile + other.changedMeanwhile, refused + other.refused);
        }
    }

    private record Which(
            Proposal decision,
            Set<SurveyField> fields,
            @Nullable Set<String> residents,
            @Nullable Proposal proposed) {

        boolean holds(SurveyAnswers.Kept difference) {
            return difference.decision() == null
                    && fields.contains(difference.field())
                    && (proposed == null || difference.proposal() == proposed);
        }
    }

    Decided decide(Survey survey, String area, Request request) {
        Which which = check(request);
        Decided sum = new Decided(0, 0, 0);
        String after = "";
        for (int people = 0; people < MOST_PEOPLE; people += PEOPLE_AT_ONCE) {
            List<String> residents =
                    answers.withOpen(survey.id(), area, which.fields(), which.proposed(), after, PEOPLE_AT_ONCE);
            if (residents.isEmpty()) {
                break;
            }
            List<String> wanted = residents.stream()
                    .filter(id -> which.residents() == null || which.residents().contains(id))
                    .toList();
            if (!wanted.isEmpty()) {
                sum = sum.plus(atomically.run(() -> decide(survey, area, which, wanted)));
            }
            after = residents.getLast();
        }
        return sum;
    }

    private static Which check(Request request) {
        var findings = new Findings();
        findings.required("decision", request.decision());
        Proposal decision = findings.code("decision", request.decision(), Proposal.class);
        if (decision == Proposal.ASK) {
            findings.add("decision", "code-unknown", "TAKE, KEEP");
        }
        Proposal proposed = findings.code("proposed", request.proposed(), Proposal.class);
        Set<SurveyField> fields = EnumSet.noneOf(SurveyField.class);
        if (request.fields() != null) {
            findings.entries("fields", request.fields()).forEach((place, name) -> {
                SurveyField field = findings.code(place, name, SurveyField.class);
                if (field != null) {
                    fields.add(field);
                }
            });
        }
        if (decision == Proposal.TAKE && fields.contains(SurveyField.CERTIFICATE)) {
            findings.add("fields", "survey-certificate");
        }
        Set<String> residents = request.residents() == null
                ? null
                : Set.copyOf(findings.entries("residents", request.residents()).values());
        if (decision == null || !findings.isEmpty()) {
            throw Problem.faults("decision-invalid", findings.faults());
        }
        Set<SurveyField> which = fields.isEmpty() ? EnumSet.allOf(SurveyField.class) : fields;
        if (decision == Proposal.TAKE) {
            which.remove(SurveyField.CERTIFICATE);
        }
        return new Which(decision, which, residents, proposed);
    }

    private Decided decide(Survey survey, String area, Which which, List<String> residents) {
        Map<String, List<SurveyAnswers.Kept>> open = answers.of(survey.id(), residents);
        String by = Caller.current().subject();
        if (which.decision() == Proposal.KEEP) {
            List<SurveyAnswers.Kept> kept = open.values().stream()
                    .flatMap(List::stream)
                    .filter(which::holds)
                    .toList();
            answers.decide(survey.id(), Proposal.KEEP, kept, by);
            audit.recordEach("survey.keep", residents);
            return new Decided(kept.size(), 0, 0);
        }
        return take(survey, area, which, open, by);
    }

    private Decided take(
            Survey survey, String area, Which which, Map<String, List<SurveyAnswers.Kept>> open, String by) {
        Map<String, HeldFile> held = files.of(open.keySet());
        List<List<SurveyAnswers.Kept>> taken = new ArrayList<>();
        List<Taking> takings = new ArrayList<>();
        int changed = 0;
        for (Map.Entry<String, List<SurveyAnswers.Kept>> entry : open.entrySet()) {
            HeldFile file = held.get(entry.getKey());
            if (file == null) {
                continue;
            }
            List<SurveyAnswers.Kept> wanted =
                    entry.getValue().stream().filter(which::holds).toList();
            List<SurveyAnswers.Kept> same = wanted.stream()
                    .filter(difference -> Objects.equals(difference.held(), Compare.held(file, difference.field())))
                    .toList();
            changed += wanted.size() - same.size();
            if (!same.isEmpty()) {
                Map<SurveyField, String> values = new EnumMap<>(SurveyField.class);
                same.forEach(difference -> values.put(difference.field(), difference.surveyed()));
                takings.add(new Taking(file, values));
                taken.add(same);
            }
        }
        List<Registered> results = takings.isEmpty()
                ? List.of()
                : register.register(takings.stream().map(Taking::registration).toList(), area);
        List<SurveyAnswers.Kept> done = new ArrayList<>();
        List<String> changedFiles = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof Registered.Accepted accepted) {
                done.addAll(taken.get(i));
                changedFiles.add(accepted.residentId());
            } else {
                refused += taken.get(i).size();
            }
        }
        audit.recordEach("survey.take", changedFiles);
        answers.decide(survey.id(), Proposal.TAKE, done, by);
        answers.prove(survey.id(), done, by);
        return new Decided(done.size(), changed, refused);
    }
}
