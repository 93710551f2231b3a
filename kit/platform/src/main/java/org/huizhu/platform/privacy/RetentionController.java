package org.huizhu.platform.privacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.huizhu.platform.problem.ProblemTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How long this service keeps what, why, and what was removed last. */
@RestController
class RetentionController {

    private final Retention retention;
    private final ProblemTexts texts;

    RetentionController(Retention retention, ProblemTexts texts) {
        this.retention = retention;
        this.texts = texts;
    }

    /** Periods are written as in ISO 8601, such as {@code P30D}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleView(
            String rule,
            String keep,
            String atLeast,
            String reason,
            boolean removed,
            @Nullable LocalDate lastRun,
            @Nullable Long lastRemoved) {}

    @GetMapping("/api/${huizhu.outbox.service}/retention")
    @PreAuthorize("hasAnyRole('operator', 'auditor')")
    List<RuleView> rules(Locale locale) {
        return retention.rules().stream().map(rule -> view(rule, locale)).toList();
    }

    private RuleView view(RetentionRule rule, Locale locale) {
        Retention.LastRun last = retention.lastRun(rule).orElse(null);
        return new RuleView(
                rule.name(),
                retention.keep(rule).toString(),
                rule.atLeast().toString(),
                texts.say("retention.reason", rule.name(), locale),
                rule.remove() != null,
                last == null ? null : last.day(),
                last == null ? null : last.removed());
    }
}
