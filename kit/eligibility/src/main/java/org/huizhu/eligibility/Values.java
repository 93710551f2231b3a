package org.huizhu.eligibility;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** How rules compute: whole numbers, exact decimals, dates, and the none that no comparison holds for. */
final class Values {

    private Values() {}

    static boolean ordered(Object a, Object b, IntPredicate order) {
        if (a == None.NONE || b == None.NONE) {
            return false;
        }
        if (a instanceof Long x && b instanceof Long y) {
            return order.test(Long.compare(x, y));
        }
        if (a instanceof LocalDate x && b instanceof LocalDate y) {
            return order.test(x.compareTo(y));
        }
        return order.test(decimal(a).compareTo(decimal(b)));
    }

    static Object add(Object a, Object b) {
        if (a == None.NONE || b == None.NONE) {
            return None.NONE;
        }
        return a instanceof Long x && b instanceof Long y
                ? (Object) Math.addExact(x, y)
                : decimal(a).add(decimal(b));
    }

    static Object subtract(Object a, Object b) {
        if (a == None.NONE || b == None.NONE) {
            return None.NONE;
        }
        return a instanceof Long x && b instanceof Long y
                ? (Object) Math.subtractExact(x, y)
                : decimal(a).subtract(decimal(b));
    }

    static Object multiply(Object a, Object b) {
        if (a == None.NONE || b == None.NONE) {
            return None.NONE;
        }
        return a instanceof Long x && b instanceof Long y
                ? (Object) Math.multiplyExact(x, y)
                : decimal(a).multiply(decimal(b));
    }

    static Object divide(Object a, Object b) {
        return a == None.NONE || b == None.NONE ? None.NONE : decimal(a).divide(decimal(b), MathContext.DECIMAL64);
    }

    static Object min(Object a, Object b) {
        return a == None.NONE || b == None.NONE ? None.NONE : decimal(a).min(decimal(b));
    }

    static Object max(Object a, Object b) {
        return a == None.NONE || b == None.NONE ? None.NONE : decimal(a).max(decimal(b));
    }

    static Object floor(Object a) {
        return a == None.NONE
                ? None.NONE
                : (Object) decimal(a).setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    static Object ofDate(Object date, Function<LocalDate, Object> body) {
        return date == None.NONE ? None.NONE : body.apply((LocalDate) date);
    }

    /** Whether an area code lies in another: 610103002 is in 610103 and in 6101. */
    static boolean inArea(Object area, Object within) {
        return area instanceof String code && within instanceof String prefix && code.startsWith(prefix);
    }

    static BigDecimal decimal(Object number) {
        return number instanceof BigDecimal exact ? exact : BigDecimal.valueOf((Long) number);
    }
}
