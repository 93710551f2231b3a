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
            .layer("desk")
            .definedBy("..desk..")
            .layer("open")
            .definedBy("..open..", "..check..", "..catalogue..", "..verify..")
            .layer("preview")
            .definedBy("..preview..")
            .layer("explain")
            .definedBy("..explain..")
            .layer("forms")
            .definedBy("..forms..")
            .layer("pages")
            .definedBy("..pages..")
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
            .whereLayer("desk")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("open")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("preview")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("explain")
            .mayOnlyBeAccessedByLayers("portal", "open")
            .whereLayer("forms")
            .mayOnlyBeAccessedByLayers("portal", "desk", "open", "preview")
            .whereLayer("pages")
            .mayOnlyBeAccessedByLayers("portal", "desk", "open", "preview", "explain", "forms")
            .whereLayer("edge")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("benefits")
            .mayOnlyBeAccessedByLayers("portal", "open")
            .whereLayer("assess")
            .mayOnlyBeAccessedByLayers("portal", "open")
            .whereLayer("services")
            .mayOnlyBeAccessedByLayers("desk", "edge", "benefits", "assess", "open")
            .whereLayer("access")
            .mayOnlyBeAccessedByLayers("portal", "desk", "open", "edge", "benefits")
            .whereLayer("problems")
            .mayOnlyBeAccessedByLayers("portal", "desk", "open", "pages", "edge", "benefits", "assess", "services");
}
