package org.huizhu.platform.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/** Rules of the house that hold in every module; a module's test includes them with {@code ArchTests.in}. */
public final class HouseRules {

    /** A module's packages depend on each other in one direction. */
    @ArchTest
    static final ArchRule packages_point_one_way =
            slices().matching("org.huizhu.*.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    /** Time and ids are given. */
    @ArchTest
    static final ArchRule nobody_reads_the_clock_on_their_own = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("AutoConfiguration")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .allowEmptyShould(true);

    /** Names that say nothing. */
    @ArchTest
    static final ArchRule names_say_what_a_class_does = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Dto|DTO|Manager|Helper|Utils?)")
            .allowEmptyShould(true);

    /** No box-ticking packages. */
    @ArchTest
    static final ArchRule packages_are_features = noClasses()
            .should()
            .resideInAnyPackage("..impl..", "..util..", "..common..", "..dto..", "..mapper..", "..service..")
            .allowEmptyShould(true);

    /** Each package says in one sentence what it is for, and forbids nulls. */
    @ArchTest
    static final ArchRule packages_are_null_marked = classes()
            .that(new DescribedPredicate<JavaClass>("are top-level") {
                @Override
                public boolean test(JavaClass type) {
                    return type.isTopLevelClass();
                }
            })
            .should(new ArchCondition<>("live in a package marked @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                    events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
                }
            })
            .allowEmptyShould(true);

    private HouseRules() {}
}
