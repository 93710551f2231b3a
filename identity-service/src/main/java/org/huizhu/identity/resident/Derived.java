package org.huizhu.identity.resident;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.huizhu.contracts.DisabilityCategory;
import org.huizhu.contracts.ResidentFacts.Employment;
import org.huizhu.contracts.ResidentFacts.EmploymentStatus;
import org.jspecify.annotations.Nullable;

/**
 * What of a household follows from its members on one day; {@code null} where it does not follow. {@code nextChange} is
 * the first day on which time alone can make it, or the count of disabled members, another.
 */
record Derived(
        @Nullable Boolean elderCarer,
        @Nullable Integer employedMembers,
        @Nullable Integer workableMembers,
        @Nullable LocalDate nextChange) {

    static final Derived NOTHING = new Derived(null, null, null, null);

    private static final int WORKING_AGE = 16;
    private static final int ELDER = 60;

    /**
     * Work follows only when {@code complete}: all members are entered. Whether an elder cares follows as soon as
     * anybody is known to care for a disabled member.
     */
    static Derived of(List<Resident> members, boolean complete, Map<String, List<Carer>> carers, LocalDate today) {
        List<Resident> living = members.stream().filter(Resident::isPresent).toList();
        List<Carer> caring = living.stream()
                .filter(member -> member.countsAsDisabled(today))
                .flatMap(member -> carers.getOrDefault(member.id(), List.of()).stream())
                .toList();
        boolean countable =
                complete && !living.isEmpty() && living.stream().allMatch(member -> isWorkKnown(member, today));
        return new Derived(
                caring.isEmpty() ? null : caring.stream().anyMatch(carer -> isOf(ELDER, carer.birthDate(), today)),
                countable ? count(living.stream().filter(Derived::isEmployed)) : null,
                countable ? count(living.stream().filter(member -> isWorkable(member, today))) : null,
                nextChange(living, caring, today));
    }

    private static int count(Stream<Resident> members) {
        return Math.toIntExact(members.count());
    }

    private static boolean isWorkKnown(Resident member, LocalDate today) {
        return !isOfWorkingAge(member, today)
                || member.situation().employment().asOptional().isPresent();
    }

    private static boolean isOfWorkingAge(Resident member, LocalDate today) {
        return isOf(WORKING_AGE, birthOf(member), today) && !isOf(ELDER, birthOf(member), today);
    }

    private static boolean isEmployed(Resident member) {
        return member.situation()
                .employment()
                .asOptional()
                .map(Employment::status)
                .filter(status -> status == EmploymentStatus.EMPLOYED || status == EmploymentStatus.SELF_EMPLOYED)
                .isPresent();
    }

    /** Of working age, neither at school nor retired, and not without the ability to work; or at work. */
    private static boolean isWorkable(Resident member, LocalDate today) {
        boolean occupied = member.situation()
                .employment()
                .asOptional()
                .map(Employment::status)
                .filter(status -> status == EmploymentStatus.STUDENT || status == EmploymentStatus.RETIRED)
                .isPresent();
        return isEmployed(member)
                || (isOfWorkingAge(member, today)
                        && !occupied
                        && !(member.countsAsDisabled(today)
                                && member.certificates().current().stream().anyMatch(Derived::isUnableToWork)));
    }

    /** 特困人员认定办法 (民发〔2021〕43号) Art. 5: who counts as unable to work. */
    private static boolean isUnableToWork(Certificate card) {
        if (card.category() == DisabilityCategory.MULTIPLE) {
            return card.components().stream().anyMatch(part -> isUnableToWork(part.category(), part.level()));
        }
        return isUnableToWork(card.category(), card.level());
    }

    private static boolean isUnableToWork(DisabilityCategory category, int level) {
        return switch (category) {
            case INTELLECTUAL, MENTAL -> level <= 3;
            case LIMB -> level <= 2;
            case VISION -> level == 1;
            case HEARING, SPEECH, MULTIPLE -> false;
        };
    }

    private static @Nullable LocalDate nextChange(List<Resident> living, List<Carer> caring, LocalDate today) {
        Stream<@Nullable LocalDate> ofMembers = living.stream()
                .flatMap(member -> Stream.of(
                        dayOf(WORKING_AGE, birthOf(member)),
                        dayOf(ELDER, birthOf(member)),
                        member.certificates()
                                .current()
                                .map(card -> card.expiresOn().plusDays(1))
                                .orElse(null)));
        Stream<@Nullable LocalDate> ofCarers = caring.stream().flatMap(carer -> {
            LocalDate last = carer.lastDay();
            return Stream.of(dayOf(ELDER, carer.birthDate()), last == null ? null : last.plusDays(1));
        });
        return Stream.concat(ofMembers, ofCarers)
                .filter(Objects::nonNull)
                .filter(day -> day.isAfter(today))
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private static LocalDate birthOf(Resident member) {
        return member.person().idNumber().birthDate();
    }

    private static boolean isOf(int age, LocalDate born, LocalDate today) {
        return !today.isBefore(dayOf(age, born));
    }

    /** The first day of that age: for those born on 29 February 1 March when that year has no 29th. */
    private static LocalDate dayOf(int age, LocalDate born) {
        LocalDate day = born.plusYears(age);
        return day.getDayOfMonth() == born.getDayOfMonth() ? day : day.plusDays(1);
    }
}
