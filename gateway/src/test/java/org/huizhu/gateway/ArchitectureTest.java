package org.huizhu.gateway;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Each dependency between the packages points one way. */
@AnalyzeClasses(packages = "org.huizhu.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packages_point_one_way = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("portal")
            .definedBy("..portal..")
            .layer("edge")
            .definedBy("..edge..")
            .layer("benefits")
            .definedBy("..benefits..")
            .layer("assess")
            .definedBy("..assess..")
            .layer("services")
            .definedBy("..services..")
            .layer("access")
            .definedBy("..access..")
            .layer("problems")
            .definedBy("..problems..")
            .whereLayer("portal")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("edge")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("benefits")
            .mayOnlyBeAccessedByLayers("portal")
            .whereLayer("assess")
            .mayOnlyBeAccessedByLayers("portal")
            .whereLayer("services")
            .mayOnlyBeAccessedByLayers("edge", "benefits", "assess")
            .whereLayer("access")
            .mayOnlyBeAccessedByLayers("portal", "edge", "benefits")
            .whereLayer("problems")
            .mayOnlyBeAccessedByLayers("portal", "edge", "benefits", "assess", "services");
}
