package org.huizhu.eligibility;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the first day within two years on which a programme's answer changes by the calendar alone. */
final class Forecast {
    private static final Period HORIZON = Period.ofMonths(24);

    private final List<Pack> packs;
    private final Function<LocalDate, @Nullable Pack> inForce;

    /** Over the packs that can be in force, and which one is on a given day. */
    Forecast(List<Pack> packs, Function<LocalDate, @Nullable Pack> inForce) {
        this.packs = packs;
        this.inForce = inForce;
    }

    @Nullable
    NextChange next(Pack current, Verdict today, Facts facts, LocalDate asOf) {
        boolean settled = current.isSettled(today);
        if (settled && isAlone(current, asOf)) {
            return null;
        }
        for (LocalDate day : days(facts, asOf, asOf.plus(HORIZON))) {
            Pack pack = inForce.apply(day);
            if (pack == null) {
                return null;
            }
            if (settled && pack == current) {
                continue;
            }
            Verdict then = pack == current ? pack.decideAgain(facts, day, today) : pack.decide(facts, day);
            if (!then.sameAnswer(today)) {
                return new NextChange(day, then.outcome(), then.amount());
            }
        }
        return null;
    }

    /** Whether no other pack can decide between that day and the horizon. */
    private boolean isAlone(Pack current, LocalDate asOf) {
        LocalDate end = asOf.plus(HORIZON);
        return packs.stream().allMatch(pack -> pack == current || pack.from().isAfter(end) || pack.endedBefore(asOf));
    }

    /** The days after one and up to another on which a rule can come out otherwise while no fact changes. */
    NavigableSet<LocalDate> days(Facts facts, LocalDate asOf, LocalDate end) {
        Candidates days = new Candidates(asOf, end);
        for (int year = asOf.getYear() + 1; year <= end.getYear(); year++) {
            days.add(LocalDate.of(year, 1, 1));
        }
        for (Pack pack : packs) {
            if (pack.from().isAfter(end) || pack.endedBefore(asOf)) {
                continue;
            }
            days.add(pack.from());
            days.addFollowing(pack.to());
            pack.spec().parameters().forEach(parameter -> parameter.rows().forEach(row -> days.add(row.from())));
            written(pack, days);
            fromFacts(pack, facts, days);
        }
        return days.found;
    }

    private static void written(Pack pack, Candidates days) {
        for (Expression expression : pack.timed()) {
            expression.dates().forEach(days::addBoth);
            days.addInEachYear(expression.shifts());
            if (expression.monthly()) {
                days.addMonths();
            }
        }
    }

    private static void fromFacts(Pack pack, Facts facts, Candidates days) {
        Set<Period> shifts = new HashSet<>();
        Set<FactField> reads = new LinkedHashSet<>();
        pack.timed().forEach(expression -> {
            shifts.addAll(expression.shifts());
            reads.addAll(expression.reads());
        });
        for (FactField field : reads) {
            Object value = facts.value(field);
            if (field.path().equals("birthDate") && value instanceof LocalDate born) {
                days.addBirthdays(born);
            }
            dated(value, days, shifts);
            if (value instanceof List<?> list) {
                for (Object element : list) {
                    if (element instanceof FactItem item) {
                        item.known().forEach(part -> dated(part, days, shifts));
                    }
                }
            }
        }
    }

    private static void dated(Object value, Candidates days, Set<Period> shifts) {
        if (value instanceof LocalDate day) {
            days.addBoth(day);
            for (Period shift : shifts) {
                days.addBoth(day.plus(shift));
                days.addBoth(day.minus(shift));
            }
        }
    }

    /** Days after today and up to the horizon, each once. */
    private static final class Candidates {
        private final NavigableSet<LocalDate> found = new TreeSet<>();
        private final LocalDate today;
        private final LocalDate end;

        Candidates(LocalDate today, LocalDate end) {
            this.today = today;
            this.end = end;
        }

        void add(LocalDate day) {
            if (day.isAfter(today) && !day.isAfter(end)) {
                found.add(day);
            }
        }

        void addFollowing(@Nullable LocalDate day) {
            if (day != null) {
                add(day.plusDays(1));
            }
        }

        /** A day may begin something or be the last of it. */
        void addBoth(LocalDate day) {
            add(day);
            addFollowing(day);
        }

        /** Days that a rule counts from the first of January, by one shift or by two of them one after the other. */
        void addInEachYear(Set<Period> shifts) {
            for (int year = today.getYear(); year <= end.getYear(); year++) {
                LocalDate first = LocalDate.of(year, 1, 1);
                for (Period shift : shifts) {
                    addBoth(first.plus(shift));
                    shifts.forEach(other -> addBoth(first.plus(shift).plus(other)));
                }
            }
        }

        void addMonths() {
            LocalDate first = today.withDayOfMonth(1);
            while (!first.isAfter(end)) {
                add(first);
                first = first.plusMonths(1);
            }
        }

        void addBirthdays(LocalDate born) {
            for (int year = today.getYear(); year <= end.getYear(); year++) {
                // 28 February, 1 March and the day after cover every choice of D-1 and D-2.
                addBoth(born.withYear(year));
                addFollowing(born.withYear(year).plusDays(1));
            }
        }
    }
}
