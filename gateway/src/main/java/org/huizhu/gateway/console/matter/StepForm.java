package org.huizhu.gateway.console.matter;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.gateway.console.Act;
import org.huizhu.gateway.console.Disability;
import org.huizhu.gateway.forms.DateParts;
import org.huizhu.gateway.forms.RealDay;
import org.jspecify.annotations.Nullable;

/** All that a step may ask for; which of it says the {@link Act}. {@code version}: that of the matter that was shown. */
record StepForm(
        String version,
        @Nullable Outcome outcome,
        @Nullable Found found,
        String category,
        String level,
        String vision,
        String hearing,
        String speech,
        String limb,
        String intellectual,
        String mental,
        String cause,
        @RealDay DateParts assessedOn,
        String note,
        String hospital,
        @RealDay DateParts day,
        String team,
        List<String> documents,
        String remark) {

    private static final int LONGEST_VERSION = 18;

    /** What city or province says of a disputed result. */
    enum Outcome {
        UPHELD,
        CHANGED
    }

    /** Whether there is a disability by the standard. */
    enum Found {
        YES,
        NO
    }

    /** What was typed may be a diagnosis. */
    @Override
    public String toString() {
        return "StepForm[…]";
    }

    /** A version that was tampered with is none that a matter has. */
    long seen() {
        return version.matches("\\d{1," + LONGEST_VERSION + "}") ? Long.parseLong(version) : -1;
    }

    /** Whether that field was left empty. */
    boolean lacks(String field) {
        return switch (field) {
            case "remark" -> remark.isEmpty();
            case "hospital" -> hospital.isEmpty();
            case "team" -> team.isEmpty();
            case "day" -> day.isBlank();
            case "outcome" -> outcome == null;
            case "found" -> found == null;
            case "category" -> category.isEmpty();
            case "level" -> level.isEmpty();
            case "cause" -> cause.isEmpty();
            default -> false;
        };
    }

    /** Whether a result is told. */
    boolean hasResult(Act act) {
        return act == Act.ASSESS || (act == Act.UPHOLD && outcome == Outcome.CHANGED);
    }

    /** The body that identity understands. */
    Map<String, Object> asRequest(Act act) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("version", seen());
        switch (act) {
            case APPROVE -> body.put("decision", "APPROVE");
            case SEND_BACK -> body.put("decision", "SEND_BACK");
            case ASSIGN -> body.put("hospital", hospital);
            case PLAN_VISIT -> {
                body.put("hospital", hospital);
                day.date().map(LocalDate::toString).ifPresent(date -> body.put("day", date));
                body.put("team", team);
            }
            case RESUBMIT -> body.put("documents", documents);
            case UPHOLD -> body.put("outcome", outcome == null ? "" : outcome.name());
            default -> {
                // no more than the remark
            }
        }
        if (hasResult(act)) {
            body.put("assessment", assessment());
        }
        if (act.asks("remark") && !remark.isEmpty()) {
            body.put("remark", remark);
        }
        return body;
    }

    private Map<String, Object> assessment() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("disabled", found != Found.NO);
        assessedOn.date().map(LocalDate::toString).ifPresent(date -> body.put("assessedOn", date));
        if (found != Found.NO) {
            new Disability(
                            category,
                            Disability.level(level),
                            Map.of(
                                    "vision", Disability.level(vision),
                                    "hearing", Disability.level(hearing),
                                    "speech", Disability.level(speech),
                                    "limb", Disability.level(limb),
                                    "intellectual", Disability.level(intellectual),
                                    "mental", Disability.level(mental)))
                    .into(body);
            if (!cause.isEmpty()) {
                body.put("cause", cause);
            }
        }
        if (!note.isEmpty()) {
            body.put("note", note);
        }
        return body;
    }
}
