package org.huizhu.eligibility;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** One person over months and what must be owed for each, as a caseworker wrote it down. */
record Timeline(String file, int line, String name, String programme, Months months, Person person, List<Row> rows)
        implements RuleTest {

    /** The facts as they change, and what was applied for. */
    record Person(FactsOverTime facts, Claim claim) {}

    /**
     * Some months in a row of which the same is expected.
     *
     * @param says {@code none}, {@code choice}, {@code needs information}, {@code to be confirmed}, or a sum
     * @param because ids that must be among the reasons
     */
    record Row(int line, YearMonth from, YearMonth to, String says, List<String> because) {}

    @Override
    public void check() {
        List<String> differences = new ArrayList<>();
        for (Row row : rows) {
            for (MonthAnswer answer : months.answers(person.facts(), person.claim(), row.from(), row.to())) {
                List<String> reasons = reasons(answer);
                if (!says(answer).equals(row.says()) || !reasons.containsAll(row.because())) {
                    differences.add(difference(row, answer, reasons));
                }
            }
        }
        if (!differences.isEmpty()) {
            throw new AssertionError("%s:%d %s%n  %s".formatted(file, line, name, String.join("\n  ", differences)));
        }
    }

    private String difference(Row row, MonthAnswer answer, List<String> reasons) {
        String because = row.because().isEmpty() ? "" : " by " + String.join(", ", row.because());
        String missing = answer.missing().isEmpty() ? "" : ", missing " + answer.missing();
        return "%s:%d %s should be %s%s but is %s (%s, by %s%s)"
                .formatted(
                        file,
                        row.line(),
                        answer.month(),
                        row.says(),
                        because,
                        says(answer),
                        answer.pack(),
                        reasons,
                        missing);
    }

    private static List<String> reasons(MonthAnswer answer) {
        List<String> reasons = new ArrayList<>(answer.shapedBy());
        reasons.addAll(answer.inTheWay());
        return reasons;
    }

    private static String says(MonthAnswer answer) {
        Amount amount = answer.amount();
        return switch (answer.outcome()) {
            case NOT_ELIGIBLE -> "none";
            case NEEDS_INFORMATION -> "needs information";
            case CHOICE -> "choice";
            case ELIGIBLE ->
                amount == null
                        ? "owed"
                        : amount.yuan() == null
                                ? "to be confirmed"
                                : amount.yuan().toPlainString();
        };
    }
}
