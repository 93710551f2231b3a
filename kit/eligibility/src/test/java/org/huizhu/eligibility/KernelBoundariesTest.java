package org.huizhu.eligibility;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class KernelBoundariesTest {
    private static final JavaClasses KERNEL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.huizhu.eligibility");

    @Test
    void the_kernel_knows_no_framework_no_database_and_no_other_module() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "java.sql..", "org.huizhu.contracts..", "org.huizhu.platform..")
                .check(KERNEL);
    }

    @Test
    void the_kernel_has_no_clock() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, InstantSource.class)
                .orShould()
                .callMethod(LocalDate.class, "now")
                .check(KERNEL);
    }
}
