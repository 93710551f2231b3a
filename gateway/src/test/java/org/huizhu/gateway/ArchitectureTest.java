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
            .layer("console")
            .definedBy("..console..")
            .layer("preview")
            .definedBy("..preview..")
            .layer("explain")
            .definedBy("..explain..")
            .layer("forms")
            .definedBy("..forms..")
            .layer("ask")
            .definedBy("..gateway.ask..")
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
            .whereLayer("console")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("desk")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("open")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("preview")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("explain")
            .mayOnlyBeAccessedByLayers("portal", "open", "console", "desk")
            .whereLayer("forms")
            .mayOnlyBeAccessedByLayers("portal", "open", "preview", "edge", "console", "desk")
            .whereLayer("ask")
            .mayOnlyBeAccessedByLayers("portal", "console", "desk")
            .whereLayer("pages")
            .mayOnlyBeAccessedByLayers("portal", "open", "preview", "explain", "forms", "console", "desk")
            .whereLayer("edge")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("benefits")
            .mayOnlyBeAccessedByLayers("portal", "open", "console", "desk")
            .whereLayer("assess")
            .mayOnlyBeAccessedByLayers("portal", "open", "console", "desk")
            .whereLayer("services")
            .mayOnlyBeAccessedByLayers("edge", "benefits", "assess", "open", "ask", "console", "desk")
            .whereLayer("access")
            .mayOnlyBeAccessedByLayers("portal", "open", "edge", "benefits", "ask", "console", "desk")
            .whereLayer("problems")
            .mayOnlyBeAccessedByLayers(
                    "portal", "open", "pages", "edge", "benefits", "assess", "services", "ask", "console", "desk");
}
