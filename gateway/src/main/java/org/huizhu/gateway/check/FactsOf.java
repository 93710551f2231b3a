package org.huizhu.gateway.check;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.gateway.check.Answers.Care;
import org.huizhu.gateway.check.Answers.Category;
import org.huizhu.gateway.check.Answers.Certificate;
import org.huizhu.gateway.check.Answers.Hukou;
import org.huizhu.gateway.check.Answers.Income;
import org.huizhu.gateway.check.Answers.Work;
import org.jspecify.annotations.Nullable;

/** Says answers as facts: what nobody is sure of is left out, and so is unknown to the rules. */
final class FactsOf {

    /** As long as certificates are issued for; the page says that it is taken to be valid today. */
    private static final int YEARS_VALID = 10;

    private final Answers answers;
    private final LocalDate today;
    private final Map<String, @Nullable Object> facts = new HashMap<>();

    FactsOf(Answers answers, LocalDate today) {
        this.answers = answers;
        this.today = today;
    }

    Map<String, @Nullable Object> map() {
        facts.put("deceasedOn", null);
        answers.birth().date().ifPresent(day -> facts.put("birthDate", day.toString()));
        addCertificate();
        if (answers.hukou() != null && answers.hukou() != Hukou.UNSURE) {
            facts.put("hukou", Map.of("area", answers.hukou().area()));
        }
        if (answers.income() != null && answers.income() != Income.UNSURE) {
            facts.put("household", Map.of("income", answers.income().name()));
        }
        addWork();
        addOthers();
        return facts;
    }

    private void addCertificate() {
        if (answers.certificate() == Certificate.NO) {
            facts.put("certificate", null);
        } else if (answers.certificate() == Certificate.YES) {
            Map<String, Object> certificate = new HashMap<>(Map.of(
                    "status",
                    "ACTIVE",
                    "issuedOn",
                    today.toString(),
                    "expiresOn",
                    today.plusYears(YEARS_VALID).toString()));
            if (answers.category() != null) {
                certificate.put("category", answers.category().name());
            }
            if (answers.level() != null) {
                certificate.put("level", answers.level().number());
            }
            if (answers.category() != Category.MULTIPLE) {
                certificate.put("components", List.of());
            }
            facts.put("certificate", certificate);
        }
    }

    private void addWork() {
        switch (answers.work()) {
            case null -> {}
            case UNSURE -> {}
            case STUDENT -> {
                facts.put("employment", Map.of("status", Work.STUDENT.name()));
                if (answers.stage() != null) {
                    facts.put("schooling", Map.of("stage", answers.stage().name()));
                }
            }
            case CHILD -> facts.put("schooling", Map.of("stage", "NONE"));
            case EMPLOYED, SELF_EMPLOYED, JOBLESS, RETIRED -> {
                facts.put("employment", Map.of("status", answers.work().name()));
                facts.put("schooling", Map.of("stage", "NONE"));
            }
        }
    }

    private void addOthers() {
        if (answers.care() != null && answers.care() != Care.UNSURE) {
            facts.put("careNeed", Map.of("needed", answers.care() == Care.YES));
        }
        if (!answers.others().contains(Answers.UNSURE)) {
            facts.put(
                    "otherBenefits",
                    answers.others().stream()
                            .filter(Answers.KINDS::contains)
                            .map(this::ongoing)
                            .toList());
        }
    }

    private Map<String, @Nullable Object> ongoing(String kind) {
        Map<String, @Nullable Object> benefit = new HashMap<>();
        benefit.put("kind", kind);
        benefit.put("from", today.toString());
        benefit.put("to", null);
        return benefit;
    }
}
