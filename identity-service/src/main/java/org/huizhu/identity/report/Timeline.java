package org.huizhu.identity.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is so on each day, as far as it is known: of each day the last word counts that was said of it. Statements are
 * put in in the order in which they were said; whichever order they came in, the same ones give the same timeline.
 */
public final class Timeline<T> {

    private final BiPredicate<T, T> adds;
    private final List<Painted<T>> spans = new ArrayList<>();

    /**
     * @param adds whether the first value, told without a day, says anything that the second, which is held, does not
     */
    public Timeline(BiPredicate<T, T> adds) {
        this.adds = adds;
    }

    /** One where a value says more than another unless both are equal. */
    public static <T> Timeline<T> ofValues() {
        return new Timeline<>((told, held) -> !told.equals(held));
    }

    /**
     * Days on which one thing is so.
     *
     * @param from the first; {@code null} when the day it began is unknown
     * @param to the last; {@code null} while no end is known
     * @param value what is so; {@code null} that there is none
     */
    public record Span<T>(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable T value) {}

    /** {@code end} is the first day that is no longer in it. */
    private record Painted<T>(
            LocalDate from,
            LocalDate end,
            boolean begun,
            @Nullable T value) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(end);
        }

        boolean says(@Nullable T other) {
            return Objects.equals(value, other);
        }
    }

    /** Puts in what was said on that day, after all that was said before it. */
    public void say(Statement<T> statement, LocalDate saidOn) {
        switch (statement.kind()) {
            case ENDED -> end(Objects.requireNonNull(statement.from()), statement.value());
            case HOLDS, BEGAN -> hold(statement, saidOn);
        }
    }

    private void hold(Statement<T> statement, LocalDate saidOn) {
        LocalDate from = statement.from();
        LocalDate to = statement.to();
        LocalDate end = to == null ? LocalDate.MAX : to.plusDays(1);
        T value = statement.value();
        if (from == null) {
            Painted<T> held = at(saidOn);
            if (held == null || !saysNothingNew(value, held)) {
                paint(new Painted<>(saidOn, end, false, value));
            }
            return;
        }
        if (to != null) {
            // The same period told anew is that period corrected.
            spans.removeIf(span -> span.from().equals(from) && span.says(value));
        }
        paint(new Painted<>(from, end, true, value));
        if (statement.kind() == Statement.Kind.BEGAN) {
            forgetRunUpTo(from, value);
        }
    }

    private boolean saysNothingNew(@Nullable T told, Painted<T> held) {
        T heldValue = held.value();
        if (told == null || heldValue == null) {
            return told == null && heldValue == null;
        }
        return !adds.test(told, heldValue);
    }

    private void paint(Painted<T> fresh) {
        List<Painted<T>> left = new ArrayList<>();
        for (Painted<T> span : spans) {
            if (!span.end().isAfter(fresh.from()) || !span.from().isBefore(fresh.end())) {
                left.add(span);
                continue;
            }
            if (span.from().isBefore(fresh.from())) {
                left.add(new Painted<>(span.from(), fresh.from(), span.begun(), span.value()));
            }
            if (span.end().isAfter(fresh.end())) {
                left.add(new Painted<>(fresh.end(), span.end(), true, span.value()));
            }
        }
        left.add(fresh);
        left.sort(Comparator.comparing(Painted::from));
        spans.clear();
        spans.addAll(left);
    }

    private void forgetRunUpTo(LocalDate begin, @Nullable T value) {
        LocalDate end = begin;
        for (Painted<T> before = endingAt(end); before != null && before.says(value); before = endingAt(end)) {
            spans.remove(before);
            end = before.from();
        }
    }

    private @Nullable Painted<T> endingAt(LocalDate day) {
        return first(span -> span.end().equals(day));
    }

    private @Nullable Painted<T> at(LocalDate day) {
        return first(span -> span.holdsOn(day));
    }

    private @Nullable Painted<T> first(Predicate<Painted<T>> which) {
        return spans.stream().filter(which).findFirst().orElse(null);
    }

    private void end(LocalDate day, @Nullable T value) {
        Painted<T> held = first(span ->
                span.says(value) && span.from().isBefore(day) && span.end().isAfter(day));
        if (held != null) {
            int place = spans.indexOf(held);
            spans.set(place, new Painted<>(held.from(), day, held.begun(), held.value()));
        }
    }

    /** Whether it is known to be so on that day. */
    public boolean says(@Nullable T value, LocalDate day) {
        Painted<T> held = at(day);
        return held != null && held.says(value);
    }

    /** Of that day. */
    public Optional<Span<T>> on(LocalDate day) {
        return spans().stream()
                .filter(span -> (span.from() == null || !day.isBefore(span.from()))
                        && (span.to() == null || !day.isAfter(span.to())))
                .filter(span -> at(day) != null)
                .findFirst();
    }

    /** All that is known, the oldest first; neighbours that say the same are one. */
    public List<Span<T>> spans() {
        List<Span<T>> joined = new ArrayList<>();
        Painted<T> run = null;
        for (Painted<T> span : spans) {
            if (run != null && run.end().equals(span.from()) && run.says(span.value())) {
                run = new Painted<>(run.from(), span.end(), run.begun(), run.value());
                continue;
            }
            if (run != null) {
                joined.add(shown(run));
            }
            run = span;
        }
        if (run != null) {
            joined.add(shown(run));
        }
        return joined;
    }

    private static <T> Span<T> shown(Painted<T> span) {
        return new Span<>(
                span.begun() ? span.from() : null,
                span.end().equals(LocalDate.MAX) ? null : span.end().minusDays(1),
                span.value());
    }

    /** The first day after that one on which something else begins to be known, or to be unknown. */
    public Optional<LocalDate> nextChange(LocalDate day) {
        List<LocalDate> boundaries = new ArrayList<>();
        spans.forEach(span -> {
            boundaries.add(span.from());
            boundaries.add(span.end());
        });
        return boundaries.stream()
                .filter(boundary -> boundary.isAfter(day) && !boundary.equals(LocalDate.MAX))
                .min(LocalDate::compareTo);
    }
}
