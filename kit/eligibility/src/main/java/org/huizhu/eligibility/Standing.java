package org.huizhu.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.huizhu.eligibility.Course.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * How someone stands on some days of a month.
 *
 * @param results one per rule, as they count for the month; flags and choices are met
 * @param sum what these days are paid at; null when they certainly are not, or the programme pays no sum
 */
record Standing(
        Stretch stretch, List<Result> results, @Nullable Amount sum) {

    static Standing of(Stretch stretch, List<Result> results) {
        Evaluation evaluation = new Evaluation(stretch.pack(), stretch.facts(), stretch.from());
        return new Standing(stretch, results, results.contains(Result.NOT_MET) ? null : evaluation.amount());
    }

    boolean no() {
        return results.contains(Result.NOT_MET);
    }

    boolean maybe() {
        return !no() && results.contains(Result.UNKNOWN);
    }

    boolean yes() {
        return !no() && !maybe();
    }

    long days() {
        return stretch.to().toEpochDay() - stretch.from().toEpochDay() + 1;
    }

    @Nullable
    BigDecimal yuan() {
        return sum == null ? null : sum.yuan();
    }

    boolean likewise(Standing other) {
        return yes() == other.yes() && (sum == null ? other.sum == null : sum.equals(other.sum));
    }

    /** The district of the hukou on these days; null when it is not known. */
    @Nullable
    String district() {
        return stretch.json().get("hukou") instanceof Map<?, ?> hukou
                        && hukou.get("area") instanceof String area
                        && area.length() >= 6
                ? area.substring(0, 6)
                : null;
    }

    List<String> inTheWay(Result result) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) == result) {
                ids.add(stretch.pack().rules().get(i).spec().id());
            }
        }
        return ids;
    }

    /** Facts that are not known and would tell what is unknown here. */
    Set<String> missing() {
        Set<String> missing = new TreeSet<>(stretch.verdict().missing());
        Expression amount = stretch.pack().amount();
        if (amount != null && sum != null && sum.yuan() == null) {
            missing.addAll(absent(amount));
        }
        for (int i = 0; i < results.size() && missing.isEmpty(); i++) {
            if (results.get(i) == Result.UNKNOWN) {
                missing.addAll(absent(stretch.pack().rules().get(i).expression()));
            }
        }
        return missing;
    }

    private List<String> absent(Expression expression) {
        return expression.reads().stream()
                .filter(stretch.facts()::absent)
                .map(FactField::publicPath)
                .toList();
    }

    /** Whether what is in the way asks for the last valid day of a certificate, and that day is over. */
    boolean expired() {
        LocalDate lastDay = Json.day(stretch.json().get("certificate"), "expiresOn");
        if (lastDay == null || !lastDay.isBefore(stretch.from())) {
            return false;
        }
        for (int i = 0; i < results.size(); i++) {
            Expression rule = stretch.pack().rules().get(i).expression();
            if (results.get(i) == Result.NOT_MET
                    && rule.reads().stream().anyMatch(field -> field.path().equals("certificate.expiresOn"))) {
                return true;
            }
        }
        return false;
    }
}
