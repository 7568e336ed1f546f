package org.entente.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.entente", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_SIMULATOR_KNOWS_NOTHING_OF_ENTENTE = classes()
            .that()
            .resideInAPackage("org.entente.simulator..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.entente.simulator..",
                    "java..",
                    "jakarta..",
                    "io.quarkus..",
                    "io.smallrye..",
                    "io.vertx..",
                    "com.fasterxml.jackson..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule THE_REST_OF_ENTENTE_KNOWS_NOTHING_OF_THE_SIMULATOR = classes()
            .that()
            .resideOutsideOfPackage("org.entente.simulator..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("org.entente.simulator..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("org.entente.simulator.(*)..").should().beFreeOfCycles();
}
