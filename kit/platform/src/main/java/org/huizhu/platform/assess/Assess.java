package org.huizhu.platform.assess;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.huizhu.eligibility.Assessment;
import org.huizhu.eligibility.Draft;
import org.huizhu.eligibility.FactCheck;
import org.huizhu.eligibility.InvalidFacts;
import org.huizhu.eligibility.Pack;
import org.huizhu.eligibility.RuleBroken;
import org.huizhu.eligibility.RulePacks;
import org.huizhu.eligibility.Subject;
import org.huizhu.platform.decisions.DecisionsSettings;
import org.huizhu.platform.packs.PacksInForce;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Assesses facts that nobody has to be: all programmes of this service, one of them by a draft if one was sent. */
final class Assess {

    private static final Logger log = LoggerFactory.getLogger(Assess.class);
    private static final Duration PATIENCE_WITH_A_DRAFT = Duration.ofSeconds(2);

    private final ReadRequest read;
    private final ReadDraft readDraft;
    private final PacksInForce inForce;
    private final String service;

    Assess(ReadRequest read, ReadDraft readDraft, PacksInForce inForce, DecisionsSettings settings) {
        this.read = read;
        this.readDraft = readDraft;
        this.inForce = inForce;
        this.service = settings.service();
    }

    /**
     * The assessments, as JSON values.
     *
     * @throws CannotAssess with everything that is wrong in the body
     */
    Map<String, @Nullable Object> of(byte[] body) {
        Findings findings = new Findings();
        RulePacks packs = inForce.current();
        AssessRequest request = read.of(body, findings);
        Draft draft = readDraft.of(request, packs, findings).orElse(null);
        List<String> ignored = checkAnswers(request, packs, draft, findings);
        findings.throwIfAny();
        if (request.draft() != null && draft == null) {
            ignored.addFirst("draft");
        }
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("service", service);
        answer.put("asOf", request.asOf().toString());
        answer.put("draft", draft == null ? null : name(draft.pack()));
        assessAll(request, packs, draft, answer);
        answer.put("ignored", ignored);
        return answer;
    }

    /** Answers for a programme that is not this service's are another's to read, and named as ignored here. */
    private static List<String> checkAnswers(
            AssessRequest request, RulePacks packs, @Nullable Draft draft, Findings findings) {
        List<String> ignored = new ArrayList<>();
        request.answers().forEach((programme, answers) -> {
            Optional<Pack> pack = draft != null && draft.pack().programme().equals(programme)
                    ? Optional.of(draft.pack())
                    : packs.inForce(programme, request.asOf());
            pack.ifPresentOrElse(
                    asking -> findings.addFacts("", FactCheck.answers(asking, answers)),
                    () -> ignored.add("answers." + programme));
        });
        return ignored;
    }

    private static void assessAll(
            AssessRequest request, RulePacks packs, @Nullable Draft draft, Map<String, @Nullable Object> answer) {
        List<Map<String, @Nullable Object>> assessments = new ArrayList<>();
        List<Map<String, @Nullable Object>> broken = new ArrayList<>();
        for (String programme : programmes(packs, draft)) {
            boolean drafted = draft != null && draft.pack().programme().equals(programme);
            Subject subject = drafted && draft != null
                    ? draft.pack().subject()
                    : packs.inForce(programme, request.asOf())
                            .map(Pack::subject)
                            .orElse(Subject.RESIDENT);
            Map<String, @Nullable Object> facts = request.about(subject);
            if (facts == null) {
                continue;
            }
            try {
                Optional<Assessment> assessment = drafted && draft != null
                        ? assess(draft, facts, request.asOf())
                        : packs.assess(programme, facts, request.asOf());
                assessment.ifPresent(one -> assessments.add(one.toJson()));
            } catch (RuleBroken rule) {
                // Its message may hold values of facts, so it is left out.
                if (!drafted) {
                    log.atWarn()
                            .addKeyValue("event", "rule-broken")
                            .addKeyValue("programme", programme)
                            .addKeyValue("condition", rule.condition())
                            .log("A rule broke over facts that were sent for assessment");
                }
                broken.add(breakage(programme, rule.condition(), drafted));
            } catch (InvalidFacts otherwise) {
                // The pack that counts on a later day asks the same question in another form.
                broken.add(breakage(programme, "answers", drafted));
            }
        }
        answer.put("assessments", assessments);
        answer.put("broken", broken);
    }

    private static Set<String> programmes(RulePacks packs, @Nullable Draft draft) {
        Set<String> programmes = new TreeSet<>(packs.programmes());
        if (draft != null) {
            programmes.add(draft.pack().programme());
        }
        return programmes;
    }

    private static Optional<Assessment> assess(Draft draft, Map<String, ?> facts, LocalDate asOf) {
        long since = System.nanoTime();
        return draft.assess(facts, asOf, () -> {
            if (System.nanoTime() - since > PATIENCE_WITH_A_DRAFT.toNanos()) {
                Findings findings = new Findings();
                findings.add("draft", "draft-too-slow");
                findings.throwIfAny();
            }
        });
    }

    private static Map<String, @Nullable Object> name(Pack pack) {
        Map<String, @Nullable Object> name = new LinkedHashMap<>();
        name.put("programme", pack.programme());
        name.put("pack", pack.name());
        return name;
    }

    private static Map<String, @Nullable Object> breakage(String programme, String condition, boolean draft) {
        Map<String, @Nullable Object> breakage = new LinkedHashMap<>();
        breakage.put("programme", programme);
        breakage.put("condition", condition);
        breakage.put("draft", draft);
        return breakage;
    }
}
