package org.huizhu.gateway.desk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A bar chart of what a table beside it says in numbers; without colours that mean anything. */
public record Chart(String title, List<Bar> bars) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /**
     * One bar.
     *
     * @param share of the longest, in hundredths
     * @param hidden whether its number is not told, so that it has no length
     * @param less whether it counts downwards
     */
    public record Bar(String label, String text, int share, boolean hidden, boolean less) {}

    /** What a bar stands for; {@code value} is null where it is not told. */
    public record Value(String label, String text, @Nullable BigDecimal value) {}

    /** All bars in the measure of the longest. */
    public static Chart of(String title, List<Value> values) {
        BigDecimal longest = values.stream()
                .map(Value::value)
                .flatMap(value -> Optional.ofNullable(value).stream())
                .map(BigDecimal::abs)
                .max(BigDecimal::compareTo)
                .filter(most -> most.signum() > 0)
                .orElse(BigDecimal.ONE);
        return new Chart(
                title, values.stream().map(value -> bar(value, longest)).toList());
    }

    private static Bar bar(Value of, BigDecimal longest) {
        BigDecimal value = of.value();
        if (value == null) {
            return new Bar(of.label(), of.text(), 0, true, false);
        }
        int share = value.abs()
                .multiply(WHOLE)
                .divide(longest, 0, RoundingMode.HALF_UP)
                .intValue();
        return new Bar(of.label(), of.text(), share, false, value.signum() < 0);
    }
}
