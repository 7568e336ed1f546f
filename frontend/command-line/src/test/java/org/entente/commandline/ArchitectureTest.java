package org.entente.commandline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.entente", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule onlyAClientOfTheHttpApi = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.entente.agreements..",
                    "org.entente.metering..",
                    "org.entente.broker..",
                    "org.entente.billing..",
                    "io.quarkus..");

    @ArchTest
    static final ArchRule slicesFreeOfCycles =
            slices().matching("org.entente.commandline.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyCommandsKnowTheirParser = noClasses()
            .that()
            .resideOutsideOfPackage("org.entente.commandline.command")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");
}
