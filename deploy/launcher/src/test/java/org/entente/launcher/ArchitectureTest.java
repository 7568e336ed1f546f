package org.entente.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.entente.launcher", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule slicesFreeOfCycles =
            slices().matching("org.entente.launcher.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noPartKnowsTheCommands = noClasses()
            .that()
            .resideInAPackage("org.entente.launcher.*..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.entente.launcher", "org.entente.commandline..", "picocli..");

    @ArchTest
    static final ArchRule startsTheServersAndNeverLinksThem = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.entente.agreements..",
                    "org.entente.metering..",
                    "org.entente.broker..",
                    "org.entente.billing..",
                    "io.quarkus..");
}
