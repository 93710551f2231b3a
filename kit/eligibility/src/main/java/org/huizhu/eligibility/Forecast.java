package org.huizhu.eligibility;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the first day within two years on which a programme's answer changes by the calendar alone. */
final class Forecast {
    private static final Period HORIZON = Period.ofMonths(24);

    private final List<Pack> packs;
    private final Function<LocalDate, @Nullable Pack> inForce;
    private volatile @Nullable Everybody everybody;

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
        Agenda agenda = agenda(current, facts, asOf);
        Verdict before = today;
        for (LocalDate day : agenda.days()) {
            Pack pack = inForce.apply(day);
            if (pack == null) {
                return null;
            }
            if (pack == current && settled) {
                continue;
            }
            Verdict then = pack == current
                    ? pack.decideAgain(facts, day, before, expression -> agenda.isDue(day, expression))
                    : pack.decide(facts, day);
            if (!then.sameAnswer(today)) {
                return new NextChange(day, then.outcome(), then.amount());
            }
            before = pack == current ? then : before;
        }
        return null;
    }

    /** Each expression on the days on which it can come out otherwise; where packs follow each other, all on each day. */
    private Agenda agenda(Pack current, Facts facts, LocalDate asOf) {
        LocalDate end = asOf.plus(HORIZON);
        if (!isAlone(current, asOf)) {
            Agenda all = new Agenda(null);
            days(facts, asOf, end).forEach(day -> all.add(day, current.answering()));
            return all;
        }
        Agenda agenda = new Agenda(everybodys(current, asOf, end));
        for (Expression expression : current.answering()) {
            Candidates days = new Candidates(asOf, end);
            fromFacts(List.of(expression), facts, days);
            days.found.forEach(day -> agenda.add(day, List.of(expression)));
        }
        return agenda;
    }

    /** What follows from the pack alone, kept for all who are assessed on the same day. */
    private Agenda everybodys(Pack current, LocalDate asOf, LocalDate end) {
        Everybody known = everybody;
        if (known == null || known.pack() != current || !known.asOf().equals(asOf)) {
            Agenda agenda = new Agenda(null);
            for (Expression expression : current.answering()) {
                Candidates days = new Candidates(asOf, end);
                dated(current, days);
                written(List.of(expression), days);
                days.found.forEach(day -> agenda.add(day, List.of(expression)));
            }
            known = new Everybody(current, asOf, agenda);
            everybody = known;
        }
        return known.agenda();
    }

    private record Everybody(Pack pack, LocalDate asOf, Agenda agenda) {}

    /** Days, each with the expressions that may give another value on it; on top of those of another agenda. */
    private static final class Agenda {
        private final @Nullable Agenda below;
        private final NavigableMap<LocalDate, Set<Expression>> due = new TreeMap<>();

        Agenda(@Nullable Agenda below) {
            this.below = below;
        }

        /** By identity: expressions are never compared by what they say. The day counts without any too. */
        void add(LocalDate day, List<Expression> expressions) {
            due.computeIfAbsent(day, added -> Collections.newSetFromMap(new IdentityHashMap<>(4)))
                    .addAll(expressions);
        }

        Iterable<LocalDate> days() {
            if (below == null) {
                return due.keySet();
            }
            NavigableSet<LocalDate> all = new TreeSet<>(below.due.navigableKeySet());
            all.addAll(due.keySet());
            return all;
        }

        boolean isDue(LocalDate day, Expression expression) {
            Set<Expression> own = due.get(day);
            return (own != null && own.contains(expression)) || (below != null && below.isDue(day, expression));
        }
    }

    /** Whether no other pack can decide between that day and the horizon. */
    private boolean isAlone(Pack current, LocalDate asOf) {
        LocalDate end = asOf.plus(HORIZON);
        return packs.stream().allMatch(pack -> pack == current || pack.from().isAfter(end) || pack.endedBefore(asOf));
    }

    /** The days after one and up to another on which a rule can come out otherwise while no fact changes. */
    NavigableSet<LocalDate> days(Facts facts, LocalDate asOf, LocalDate end) {
        Candidates days = new Candidates(asOf, end);
        for (Pack pack : packs) {
            if (pack.from().isAfter(end) || pack.endedBefore(asOf)) {
                continue;
            }
            dated(pack, days);
            written(pack.timed(), days);
            fromFacts(pack.timed(), facts, days);
        }
        return days.found;
    }

    /** Days on which the pack begins or ends, one of its parameters changes, or a year begins. */
    private static void dated(Pack pack, Candidates days) {
        days.addYears();
        days.add(pack.from());
        days.addFollowing(pack.to());
        pack.spec().parameters().forEach(parameter -> parameter.rows().forEach(row -> days.add(row.from())));
    }

    private static void written(List<Expression> expressions, Candidates days) {
        for (Expression expression : expressions) {
            expression.dates().forEach(days::addBoth);
            days.addInEachYear(expression.shifts());
            if (expression.monthly()) {
                days.addMonths();
            }
        }
    }

    private static void fromFacts(List<Expression> expressions, Facts facts, Candidates days) {
        Set<Period> shifts = new HashSet<>();
        Set<FactField> reads = new LinkedHashSet<>();
        expressions.forEach(expression -> {
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

        void addYears() {
            for (int year = today.getYear() + 1; year <= end.getYear(); year++) {
                add(LocalDate.of(year, 1, 1));
            }
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
