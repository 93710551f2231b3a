package org.huizhu.eligibility;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.huizhu.eligibility.Course.Stretch;
import org.jspecify.annotations.Nullable;

/** What a course of days comes to for one month, before anything is paid back (D-7) or antedated (D-6). */
final class OneMonth {
    private final YearMonth month;
    private final Course course;
    private final Claim claim;
    private final Choices choices;
    private final Exclusions exclusions;
    private final List<String> shapedBy = new ArrayList<>();

    OneMonth(YearMonth month, Course course, Claim claim, Choices choices) {
        this.month = month;
        this.course = course;
        this.claim = claim;
        this.choices = choices;
        this.exclusions = new Exclusions(course, choices, month);
    }

    MonthAnswer answer() {
        LocalDate applied = claim.applied();
        if (applied != null && month.isBefore(YearMonth.from(applied))) {
            shapedBy.add("PAY-1");
            return new MonthAnswer(month, Outcome.NOT_ELIGIBLE, null, null, null, List.of(), shapedBy, List.of());
        }
        List<Standing> days = days();
        if (days.isEmpty()) {
            return nothingKnown();
        }
        Stretch last = days.getLast().stretch();
        if (exclusions.turn(last.pack())) {
            shapedBy.add("D-12");
        }
        boolean endsBeforeDeath = choices.are(last.pack(), "D-8", "not-payable");
        LocalDate died = Json.day(last.json(), "deceasedOn");
        if (died != null && YearMonth.from(died).equals(month)) {
            shapedBy.add("D-8");
            if (endsBeforeDeath) {
                return none(days);
            }
        }
        boolean mayHaveDied = endsBeforeDeath && !last.json().containsKey("deceasedOn");
        if (mayHaveDied && days.stream().anyMatch(this::entitles)) {
            return open(days, Set.of("deceasedOn"));
        }
        return decided(days);
    }

    /** Every stretch that speaks for the month, and what held as it began; by days all of them, else those applied for. */
    private List<Standing> days() {
        LocalDate first = month.atDay(1);
        List<Standing> days = new ArrayList<>();
        Stretch before = course.withoutNewsOf(first);
        if (before != null && !byDays(before.pack()) && appliedBy(first.minusDays(1))) {
            days.add(standing(before));
        }
        LocalDate known = course.begin().isAfter(first) ? course.begin() : first;
        for (Stretch stretch : course.between(known, month.atEndOfMonth())) {
            if (byDays(stretch.pack())) {
                days.add(standing(stretch));
            } else if (appliedBy(stretch.to())) {
                days.add(standing(stretch.from(claim.applied())));
            }
        }
        return days;
    }

    private boolean appliedBy(LocalDate day) {
        LocalDate applied = claim.applied();
        return applied == null || !applied.isAfter(day);
    }

    private boolean byDays(Pack pack) {
        return choices.are(pack, "D-4", "pro-rata");
    }

    private Standing standing(Stretch stretch) {
        return Standing.of(stretch, exclusions.counting(stretch, !byDays(stretch.pack())));
    }

    private MonthAnswer decided(List<Standing> days) {
        List<Standing> entitled = days.stream().filter(this::entitles).toList();
        if (entitled.isEmpty()) {
            return days.stream().anyMatch(Standing::maybe) ? open(days, Set.of()) : none(days);
        }
        Result choice = exclusions.choice(claim.otherGivenUp());
        if (choice == Result.UNKNOWN) {
            return open(days, Set.of());
        }
        Pack pack = entitled.getFirst().stretch().pack();
        String district = entitled.getFirst().district();
        if (entitled.stream().map(Standing::district).distinct().count() > 1) {
            shapedBy.add("D-9");
        }
        if (claim.district() != null && district != null && !district.equals(claim.district())) {
            shapedBy.add("D-9");
            return answer(Outcome.NOT_ELIGIBLE, null, pack, district, List.of(), Set.of());
        }
        if (!days.stream().allMatch(days.getFirst()::likewise)) {
            shapedBy.add("D-4");
        }
        if (choice == Result.NOT_MET) {
            shapedBy.add("D-11");
        }
        MonthlySum sum = new MonthlySum(month, days, byDays(pack));
        Outcome outcome = choice == Result.NOT_MET ? Outcome.CHOICE : Outcome.ELIGIBLE;
        return answer(outcome, sum.amount(), sum.pack(), district, List.of(), sum.missing());
    }

    private boolean entitles(Standing day) {
        return day.yes() && appliedBy(day.stretch().to());
    }

    private MonthAnswer open(List<Standing> days, Set<String> alsoMissing) {
        Standing first = days.stream().filter(day -> !day.no()).findFirst().orElse(days.getFirst());
        Set<String> missing = new TreeSet<>(alsoMissing);
        days.stream().filter(day -> !day.no()).forEach(day -> missing.addAll(day.missing()));
        Pack pack = first.stretch().pack();
        return answer(Outcome.NEEDS_INFORMATION, null, pack, null, first.inTheWay(Result.UNKNOWN), missing);
    }

    private MonthAnswer none(List<Standing> days) {
        Standing nearest = days.getFirst();
        for (Standing day : days) {
            if (day.no()
                    && day.inTheWay(Result.NOT_MET).size()
                            < nearest.inTheWay(Result.NOT_MET).size()) {
                nearest = day;
            }
        }
        if (nearest.expired()) {
            shapedBy.add("PAY-9");
        }
        Pack pack = nearest.stretch().pack();
        return answer(Outcome.NOT_ELIGIBLE, null, pack, null, nearest.inTheWay(Result.NOT_MET), Set.of());
    }

    private MonthAnswer nothingKnown() {
        Stretch nothing = course.begin().isAfter(month.atEndOfMonth()) ? course.knowingNothing(month.atDay(1)) : null;
        return nothing == null
                ? new MonthAnswer(month, Outcome.NOT_ELIGIBLE, null, null, null, List.of(), shapedBy, List.of())
                : answer(
                        nothing.verdict().outcome(),
                        null,
                        nothing.pack(),
                        null,
                        List.of(),
                        nothing.verdict().missing());
    }

    private MonthAnswer answer(
            Outcome outcome,
            @Nullable Amount amount,
            Pack pack,
            @Nullable String district,
            List<String> inTheWay,
            Set<String> missing) {
        return new MonthAnswer(month, outcome, amount, pack.name(), district, inTheWay, shapedBy, List.copyOf(missing));
    }
}
