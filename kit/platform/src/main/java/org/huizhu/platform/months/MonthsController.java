package org.huizhu.platform.months;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huizhu.eligibility.Amount;
import org.huizhu.eligibility.Claim;
import org.huizhu.eligibility.MonthAnswer;
import org.huizhu.eligibility.Months;
import org.huizhu.eligibility.RulePacks;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.facts.HeldFacts;
import org.huizhu.platform.packs.PacksInForce;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a programme owes a resident for each of some months, by the facts and rules as they are known now. */
@RestController
class MonthsController {

    private static final int MOST = 60;

    private final HeldFacts held;
    private final PacksInForce packs;
    private final AuditLog audit;
    private final InstantSource clock;

    MonthsController(HeldFacts held, PacksInForce packs, AuditLog audit, InstantSource clock) {
        this.held = held;
        this.packs = packs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The months from one to another, both included; without {@code to} until this month. {@code applied} is the day of
     * an application, where the benefit needs one.
     */
    @GetMapping("/api/${huizhu.decisions.service}/residents/{residentId}/months")
    @PreAuthorize("@access.reads(#residentId)")
    Map<String, @Nullable Object> months(
            @PathVariable String residentId,
            @RequestParam String programme,
            @RequestParam YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            @RequestParam(required = false) @Nullable LocalDate applied) {
        YearMonth last = Objects.requireNonNullElseGet(to, () -> YearMonth.from(Shanghai.today(clock)));
        if (last.isBefore(from) || last.isAfter(from.plusMonths(MOST - 1L))) {
            throw new Problem(HttpStatus.BAD_REQUEST, "months-range", MOST);
        }
        HeldFacts.Held facts = held.of(residentId).orElseThrow(() -> Problem.notFound("no-such-resident"));
        audit.record("months.read", residentId);
        Claim claim = applied == null ? Claim.automatic() : Claim.applied(applied);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("residentId", residentId);
        answer.put("programme", programme);
        answer.put(
                "months",
                monthsOf(programme).answers(PastFacts.of(facts.read()), claim, from, last).stream()
                        .map(MonthsController::json)
                        .toList());
        return answer;
    }

    private Months monthsOf(String programme) {
        RulePacks now = packs.current();
        if (!now.programmes().contains(programme)) {
            throw Problem.notFound("no-such-programme");
        }
        try {
            return Months.of(now, programme);
        } catch (IllegalArgumentException notByTheMonth) {
            throw new Problem(HttpStatus.CONFLICT, "not-by-the-month");
        }
    }

    private static Map<String, @Nullable Object> json(MonthAnswer month) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Amount amount = month.amount();
        BigDecimal yuan = amount == null ? null : amount.yuan();
        json.put("month", month.month().toString());
        json.put("outcome", month.outcome().name());
        json.put("owed", month.owed());
        json.put("yuan", yuan == null ? null : yuan.toPlainString());
        json.put("pack", month.pack());
        putUnlessEmpty(json, "inTheWay", month.inTheWay());
        putUnlessEmpty(json, "shapedBy", month.shapedBy());
        putUnlessEmpty(json, "missing", month.missing());
        return json;
    }

    private static void putUnlessEmpty(Map<String, @Nullable Object> json, String name, List<String> list) {
        if (!list.isEmpty()) {
            json.put(name, new ArrayList<>(list));
        }
    }
}
