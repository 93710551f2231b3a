package org.huizhu.eligibility;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one programme owes for each month: one function of the facts over time, so that it may be computed again at any
 * time and compared with what was posted. The packs' choices D-4, D-6, D-7, D-8, D-9 and D-12 are applied here and
 * nowhere else. Immutable and safe to share between threads.
 */
public final class Months {
    private final Schedule schedule;
    private final Choices choices;

    private Months(Schedule schedule, Choices choices) {
        this.schedule = schedule;
        this.choices = choices;
    }

    /**
     * The months of one programme.
     *
     * @throws IllegalArgumentException when there is no such programme, it is not paid by the month, or a pack of it
     *     leaves one of the choices open
     */
    public static Months of(RulePacks packs, String programme) {
        Schedule schedule = packs.schedule(programme);
        if (schedule == null) {
            throw new IllegalArgumentException("there is no programme " + programme);
        }
        for (Pack pack : schedule.active()) {
            if (!"month".equals(pack.period())) {
                throw new IllegalArgumentException(programme + " " + pack.name() + " is not paid by the month");
            }
            List<String> open = Choices.undeclared(pack);
            if (!open.isEmpty()) {
                throw new IllegalArgumentException(programme + " " + pack.name() + " does not declare " + open);
            }
        }
        return new Months(schedule, new Choices(Map.of()));
    }

    /** The same with other choices than the packs declare, such as {@code D-4 → pro-rata}, to show what they lead to. */
    public Months choosing(Map<String, String> instead) {
        return new Months(schedule, new Choices(instead));
    }

    /** The answer for one month. */
    public MonthAnswer answer(FactsOverTime facts, Claim claim, YearMonth month) {
        return answers(facts, claim, month, month).getFirst();
    }

    /**
     * The answers for the months from one to another, both included, in order.
     *
     * @throws RuleBroken when a rule cannot be evaluated
     * @throws InvalidFacts when a fact has the wrong form
     */
    public List<MonthAnswer> answers(FactsOverTime facts, Claim claim, YearMonth from, YearMonth to) {
        Certificates held = new Certificates(facts, claim);
        Course course = course(held.held(), from, to);
        Course antedated = null;
        List<MonthAnswer> answers = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            MonthAnswer answer = new OneMonth(month, course, claim, choices).answer();
            String row = held.antedating(month);
            Pack pack = schedule.on(month.atEndOfMonth());
            if (answer.owed()) {
                answer = answer.alsoShapedBy(held.rows(month));
            } else if (row != null && pack != null && answer.outcome() == Outcome.NOT_ELIGIBLE) {
                if (antedates(pack, row)) {
                    antedated = antedated == null ? course(held.antedated(), from, to) : antedated;
                    answer = later(answer, new OneMonth(month, antedated, claim, choices).answer(), row);
                } else {
                    answer = answer.alsoShapedBy(List.of(row));
                }
            }
            answers.add(answer);
        }
        return List.copyOf(answers);
    }

    private Course course(FactsOverTime facts, YearMonth from, YearMonth to) {
        return new Course(schedule, facts, from.atDay(1).minusDays(1), to.atEndOfMonth());
    }

    private boolean antedates(Pack pack, String row) {
        return choices.are(pack, row, row.equals("D-6") ? "submission-month" : "up-to-three-months");
    }

    private static MonthAnswer later(MonthAnswer then, MonthAnswer antedated, String row) {
        return antedated.outcome() == Outcome.NOT_ELIGIBLE
                ? then
                : antedated.alsoShapedBy(row.equals("D-6") ? List.of(row) : List.of(row, "PAY-10"));
    }
}
