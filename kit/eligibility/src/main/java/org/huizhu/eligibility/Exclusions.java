package org.huizhu.eligibility;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.huizhu.eligibility.ConditionResult.Kind;
import org.huizhu.eligibility.Course.Stretch;
import org.jspecify.annotations.Nullable;

/** What other benefits and prison do to one month: D-12 for exclusions that block, D-11 for those that leave a choice. */
final class Exclusions {
    private final Course course;
    private final Choices choices;
    private final LocalDate first;
    private final List<Stretch> days;

    Exclusions(Course course, Choices choices, YearMonth month) {
        this.course = course;
        this.choices = choices;
        this.first = month.atDay(1);
        this.days = course.between(course.begin().isAfter(first) ? course.begin() : first, month.atEndOfMonth());
    }

    /**
     * The results of a stretch as they count for its month. A block counts if it held both on the last day of the month
     * before and on the first of this one; one that began within the month stops nothing that ran before.
     *
     * @param daily whether a block also counts from the day on which it begins, for a person who was not entitled before
     */
    List<Result> counting(Stretch stretch, boolean daily) {
        List<Result> counting = new ArrayList<>(stretch.results());
        List<Rule> rules = stretch.pack().rules();
        List<Result> before = course.results(stretch.pack(), first.minusDays(1));
        List<Result> turn = course.results(stretch.pack(), first);
        for (int i = 0; i < rules.size(); i++) {
            Kind kind = rules.get(i).kind();
            if (stretch.pack().isFlag(i) || kind == Kind.CHOOSE_HIGHER) {
                counting.set(i, Result.MET);
            } else if (kind == Kind.BLOCKS) {
                Result atTheTurn = both(before.get(i), turn.get(i));
                counting.set(i, block(stretch, i, daily, atTheTurn));
            }
        }
        return counting;
    }

    private Result block(Stretch stretch, int rule, boolean daily, Result atTheTurn) {
        if (choices.are(stretch.pack(), "D-12", "any-overlap")) {
            return onAnyDay(stretch.pack(), rule, LocalDate.MAX);
        }
        return daily && stretch.from().isAfter(first)
                ? either(atTheTurn, stretch.results().get(rule))
                : atTheTurn;
    }

    /** Never both: a month on any day of which the other benefit is drawn leaves a choice, until that one is given up. */
    Result choice(@Nullable LocalDate givenUp) {
        Result choice = Result.MET;
        for (Pack pack : days.stream().map(Stretch::pack).distinct().toList()) {
            for (int i = 0; i < pack.rules().size(); i++) {
                if (pack.rules().get(i).kind() == Kind.CHOOSE_HIGHER) {
                    choice = either(choice, onAnyDay(pack, i, givenUp == null ? LocalDate.MAX : givenUp));
                }
            }
        }
        return choice;
    }

    /** Whether a block begins or ends between the last day of the month before and the end of the month. */
    boolean turn(Pack pack) {
        List<Result> before = course.results(pack, first.minusDays(1));
        for (int i = 0; i < pack.rules().size(); i++) {
            int rule = i;
            if (pack.rules().get(i).kind() == Kind.BLOCKS
                    && days.stream()
                            .anyMatch(day -> day.pack() == pack && day.results().get(rule) != before.get(rule))) {
                return true;
            }
        }
        return false;
    }

    private Result onAnyDay(Pack pack, int rule, LocalDate before) {
        Result any = Result.MET;
        for (Stretch day : days) {
            if (day.pack() == pack && day.from().isBefore(before)) {
                any = either(any, day.results().get(rule));
            }
        }
        return any;
    }

    private static Result both(Result a, Result b) {
        return a == Result.MET || b == Result.MET ? Result.MET : a == Result.NOT_MET ? b : a;
    }

    private static Result either(Result a, Result b) {
        return a == Result.NOT_MET || b == Result.NOT_MET ? Result.NOT_MET : a == Result.MET ? b : a;
    }
}
