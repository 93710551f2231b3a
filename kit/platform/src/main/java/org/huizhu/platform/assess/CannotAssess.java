package org.huizhu.platform.assess;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huizhu.eligibility.ChineseFaults;
import org.huizhu.eligibility.PackFault;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.ProblemTexts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The request has faults: all of them, those of a draft with line and remedy. */
final class CannotAssess extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int MOST_SHOWN = 100;
    private static final int LONGEST_TEXT = 1_500;

    private final transient List<Fault> faults;
    private final transient List<PackFault> draftFaults;

    CannotAssess(List<Fault> faults, List<PackFault> draftFaults) {
        super("cannot-assess");
        this.faults = List.copyOf(faults);
        this.draftFaults = List.copyOf(draftFaults);
    }

    HttpStatus status() {
        return HttpStatus.UNPROCESSABLE_CONTENT;
    }

    ProblemDetail describe(ProblemTexts texts, Locale locale) {
        ProblemDetail detail = texts.describe(status(), "cannot-assess", locale);
        List<Map<String, Object>> errors = new ArrayList<>();
        faults.forEach(fault -> errors.add(error(fault, texts.describe(fault, locale))));
        for (PackFault fault : draftFaults.stream().limit(MOST_SHOWN).toList()) {
            errors.add(error(fault, texts, locale));
        }
        detail.setProperty("errors", errors);
        return detail;
    }

    private static Map<String, Object> error(PackFault found, ProblemTexts texts, Locale locale) {
        PackFault shown =
                new PackFault(found.file(), found.line(), shortened(found.problem()), shortened(found.remedy()));
        if (locale.getLanguage().equals("zh")) {
            shown = ChineseFaults.of(shown);
        }
        Fault fault = Fault.of("draft", "pack-fault", Integer.toString(shown.line()), shown.problem(), shown.remedy());
        Map<String, Object> error = error(fault, texts.describe(fault, locale));
        error.put("line", shown.line());
        error.put("problem", shown.problem());
        error.put("remedy", shown.remedy());
        return error;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
    }

    private static Map<String, Object> error(Fault fault, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("field", fault.field());
        error.put("code", fault.code());
        error.put("message", message);
        return error;
    }
}
