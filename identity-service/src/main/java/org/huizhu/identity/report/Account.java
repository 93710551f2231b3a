package org.huizhu.identity.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizhu.contracts.ResidentFacts.CareNeed;
import org.huizhu.contracts.ResidentFacts.EmploymentStatus;
import org.huizhu.contracts.ResidentFacts.Guardian;
import org.huizhu.contracts.ResidentFacts.Home;
import org.huizhu.contracts.ResidentFacts.HouseholdIncome;
import org.huizhu.contracts.ResidentFacts.OtherBenefitKind;
import org.huizhu.contracts.ResidentFacts.ResidencePermit;
import org.huizhu.contracts.ResidentFacts.Schooling;
import org.huizhu.identity.report.Statements.Benefit;
import org.huizhu.identity.report.Statements.Listing;
import org.huizhu.identity.report.Statements.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * What all reports of one resident or household make true. It is a function of the set of them: in whichever order they
 * came, the same reports give the same account. Of two reports that contradict each other the one said later is left
 * out and named, until another report or a person solves it.
 */
public final class Account {

    private final @Nullable LocalDate born;
    private final Map<String, Contradiction> contradictions = new LinkedHashMap<>();
    private final Timeline<String> hukou = Timeline.ofValues();
    private final Timeline<ResidencePermit> residencePermit = Timeline.ofValues();
    private final Timeline<Home> home = new Timeline<>(
            (told, held) -> told.community() != null ? !told.equals(held) : differs(told.street(), held));
    private final Timeline<CareNeed> careNeed = new Timeline<>((told, held) -> told.needed() != held.needed());
    private final Timeline<EmploymentStatus> employment = Timeline.ofValues();
    private final Timeline<Schooling> schooling = new Timeline<>(
            (told, held) -> told.placement() != null ? !told.equals(held) : told.stage() != held.stage());
    private final Timeline<Guardian> guardian = Timeline.ofValues();
    private final Timeline<LocalDate> screening = Timeline.ofValues();
    private final Timeline<HouseholdIncome> income = Timeline.ofValues();
    private final Timeline<Boolean> elderCarer = Timeline.ofValues();
    private final Timeline<Integer> employedMembers = Timeline.ofValues();
    private final Timeline<Integer> workableMembers = Timeline.ofValues();
    private final Map<OtherBenefitKind, Timeline<Paid>> otherBenefits = new EnumMap<>(OtherBenefitKind.class);
    private Timeline<Boolean> imprisonment = Timeline.ofValues();
    private boolean benefitsKnown;
    private boolean imprisonmentKnown;
    private @Nullable LocalDate deceasedOn;

    /** A benefit's monthly sum, which may be unknown. */
    public record Paid(@Nullable Long monthlyFen) {}

    /** Why a report is left out. */
    public enum Contradiction {
        /** Dibao and tekun exclude each other. */
        DIBAO_AND_TEKUN("dibao-and-tekun"),
        /** A death before the birth. */
        DEATH_BEFORE_BIRTH("death-before-birth"),
        /** Something that begins after the death. */
        AFTER_DEATH("after-death"),
        /** An end of something that is not known to have been. */
        NOTHING_TO_END("nothing-to-end");

        private final String code;

        Contradiction(String code) {
            this.code = code;
        }

        /** The stable code. */
        public String code() {
            return code;
        }
    }

    private Account(@Nullable LocalDate born) {
        this.born = born;
    }

    /** Of somebody born on that day, if it is somebody and not a household. */
    public static Account of(Collection<Report> reports, @Nullable LocalDate born) {
        var account = new Account(born);
        List<Report> counting =
                reports.stream().filter(Report::counts).sorted(Report.AS_SAID).toList();
        // Of a death nothing that was said later can be unaware.
        counting.forEach(account::hearOfDeath);
        counting.forEach(account::hear);
        account.hearAgain(counting);
        return account;
    }

    /** What was left out may fit with what was said after it, such as the end of what it excluded. */
    private void hearAgain(List<Report> counting) {
        int before;
        do {
            before = contradictions.size();
            counting.stream()
                    .filter(report -> contradictions.containsKey(report.id())
                            && contradictions.get(report.id()) != Contradiction.DEATH_BEFORE_BIRTH)
                    .toList()
                    .forEach(report -> {
                        contradictions.remove(report.id());
                        hear(report);
                    });
        } while (contradictions.size() < before);
    }

    private static boolean differs(String street, Home held) {
        return !street.equals(held.street());
    }

    private void hearOfDeath(Report report) {
        Statement<LocalDate> death = report.statements().death();
        if (death == null) {
            return;
        }
        LocalDate day = death.value();
        if (day != null && born != null && day.isBefore(born)) {
            contradictions.put(report.id(), Contradiction.DEATH_BEFORE_BIRTH);
            return;
        }
        deceasedOn = day;
    }

    private void hear(Report report) {
        Contradiction against = report.standing() == Report.Standing.UPHELD ? null : contradictionOf(report);
        if (against != null) {
            contradictions.put(report.id(), against);
        }
        if (contradictions.containsKey(report.id())) {
            return;
        }
        Statements said = report.statements();
        LocalDate on = report.saidOn();
        say(hukou, said.hukou(), on);
        say(residencePermit, said.residencePermit(), on);
        say(home, said.home(), on);
        say(careNeed, said.careNeed(), on);
        say(employment, said.employment(), on);
        say(schooling, said.schooling(), on);
        say(guardian, said.guardian(), on);
        say(screening, said.screening(), on);
        say(income, said.income(), on);
        say(elderCarer, said.elderCarer(), on);
        say(employedMembers, said.employedMembers(), on);
        say(workableMembers, said.workableMembers(), on);
        hearOfBenefits(said.otherBenefits(), on);
        hearOfImprisonment(said.imprisonment(), on);
    }

    private static <T> void say(Timeline<T> timeline, @Nullable Statement<T> statement, LocalDate on) {
        if (statement != null) {
            timeline.say(statement, on);
        }
    }

    private void hearOfBenefits(@Nullable Listing<Benefit> listing, LocalDate on) {
        if (listing == null) {
            return;
        }
        benefitsKnown = true;
        if (listing.whole()) {
            otherBenefits.clear();
        }
        listing.periods().forEach(benefit -> {
            var timeline = otherBenefits.computeIfAbsent(benefit.kind(), kind -> Timeline.ofValues());
            if (benefit.meant() == Statement.Kind.ENDED) {
                timeline.on(benefit.from().minusDays(1))
                        .ifPresent(held ->
                                timeline.say(Statement.ended(benefit.from().minusDays(1), held.value()), on));
            } else {
                timeline.say(Statement.during(benefit.from(), benefit.to(), new Paid(benefit.monthlyFen())), on);
            }
        });
    }

    private void hearOfImprisonment(@Nullable Listing<Sentence> listing, LocalDate on) {
        if (listing == null) {
            return;
        }
        imprisonmentKnown = true;
        if (listing.whole()) {
            imprisonment = Timeline.ofValues();
        }
        listing.periods()
                .forEach(sentence ->
                        imprisonment.say(new Statement<>(sentence.from(), sentence.to(), sentence.meant(), true), on));
    }

    private @Nullable Contradiction contradictionOf(Report report) {
        Statements said = report.statements();
        if (excludesIncome(said.income())) {
            return Contradiction.DIBAO_AND_TEKUN;
        }
        if (endsNothing(said)) {
            return Contradiction.NOTHING_TO_END;
        }
        LocalDate dead = deceasedOn;
        boolean isOfBureau = report.receivedId() != null;
        return isOfBureau && dead != null && beginnings(said).anyMatch(day -> day.isAfter(dead))
                ? Contradiction.AFTER_DEATH
                : null;
    }

    /** Whoever has one of both must lose it before the other can begin; a file of residents says what is so at last. */
    private boolean excludesIncome(@Nullable Statement<HouseholdIncome> said) {
        if (said == null || said.from() == null || said.kind() != Statement.Kind.HOLDS) {
            return false;
        }
        HouseholdIncome other = said.value() == HouseholdIncome.DIBAO
                ? HouseholdIncome.TEKUN
                : said.value() == HouseholdIncome.TEKUN ? HouseholdIncome.DIBAO : null;
        LocalDate from = said.from();
        LocalDate to = said.to();
        return other != null
                && income.spans().stream()
                        .filter(span -> span.value() == other)
                        .anyMatch(span -> (span.to() == null || !span.to().isBefore(from))
                                && (to == null
                                        || span.from() == null
                                        || !span.from().isAfter(to)));
    }

    private boolean endsNothing(Statements said) {
        return endsNothing(income, said.income())
                || endsNothing(employment, said.employment())
                || (said.otherBenefits() != null
                        && said.otherBenefits().periods().stream()
                                .filter(benefit -> benefit.meant() == Statement.Kind.ENDED)
                                .anyMatch(benefit -> !otherBenefits.containsKey(benefit.kind())
                                        || Objects.requireNonNull(otherBenefits.get(benefit.kind()))
                                                .on(benefit.from().minusDays(1))
                                                .isEmpty()))
                || (said.imprisonment() != null
                        && said.imprisonment().periods().stream()
                                .filter(sentence -> sentence.meant() == Statement.Kind.ENDED)
                                .anyMatch(sentence -> imprisonment
                                        .on(sentence.from().minusDays(1))
                                        .isEmpty()));
    }

    private static <T> boolean endsNothing(Timeline<T> timeline, @Nullable Statement<T> said) {
        return said != null
                && said.kind() == Statement.Kind.ENDED
                && !timeline.says(
                        said.value(), Objects.requireNonNull(said.from()).minusDays(1));
    }

    private static Stream<LocalDate> beginnings(Statements said) {
        List<@Nullable LocalDate> days = new ArrayList<>();
        Stream.of(said.hukou(), said.residencePermit(), said.employment(), said.schooling(), said.careNeed())
                .filter(Objects::nonNull)
                .forEach(statement -> days.add(statement.from()));
        if (said.screening() != null) {
            days.add(said.screening().value());
        }
        if (said.otherBenefits() != null) {
            said.otherBenefits().periods().stream()
                    .filter(benefit -> benefit.meant() != Statement.Kind.ENDED)
                    .forEach(benefit -> days.add(benefit.from()));
        }
        if (said.imprisonment() != null) {
            said.imprisonment().periods().stream()
                    .filter(sentence -> sentence.meant() != Statement.Kind.ENDED)
                    .forEach(sentence -> days.add(sentence.from()));
        }
        return days.stream().filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    /** The reports that are left out, by their ids. */
    public Map<String, Contradiction> contradictions() {
        return Map.copyOf(contradictions);
    }

    public Optional<LocalDate> deceasedOn() {
        return Optional.ofNullable(deceasedOn);
    }

    public Timeline<String> hukou() {
        return hukou;
    }

    public Timeline<ResidencePermit> residencePermit() {
        return residencePermit;
    }

    public Timeline<Home> home() {
        return home;
    }

    public Timeline<CareNeed> careNeed() {
        return careNeed;
    }

    public Timeline<EmploymentStatus> employment() {
        return employment;
    }

    public Timeline<Schooling> schooling() {
        return schooling;
    }

    public Timeline<Guardian> guardian() {
        return guardian;
    }

    public Timeline<LocalDate> screening() {
        return screening;
    }

    public Timeline<HouseholdIncome> income() {
        return income;
    }

    public Timeline<Boolean> elderCarer() {
        return elderCarer;
    }

    public Timeline<Integer> employedMembers() {
        return employedMembers;
    }

    public Timeline<Integer> workableMembers() {
        return workableMembers;
    }

    /** Empty while nobody has told anything of them. */
    public Optional<Map<OtherBenefitKind, Timeline<Paid>>> otherBenefits() {
        return benefitsKnown ? Optional.of(otherBenefits) : Optional.empty();
    }

    /** Empty while nobody has told anything of it. */
    public Optional<Timeline<Boolean>> imprisonment() {
        return imprisonmentKnown ? Optional.of(imprisonment) : Optional.empty();
    }

    /** The first day after that one on which something told begins or ends by itself. */
    public Optional<LocalDate> nextChange(LocalDate today) {
        return Stream.of(
                        hukou,
                        careNeed,
                        employment,
                        schooling,
                        guardian,
                        income,
                        elderCarer,
                        employedMembers,
                        workableMembers)
                .map(timeline -> timeline.nextChange(today))
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo);
    }
}
