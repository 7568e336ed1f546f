package org.entente.commandline;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.entente.commandline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule onlyAClientOfTheHttpApi = noClasses()
            .that()
            .resideOutsideOfPackage("org.entente.commandline.verification")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.entente.agreements..",
                    "org.entente.metering..",
                    "org.entente.broker..",
                    "org.entente.billing..",
                    "io.quarkus..");

    @ArchTest
    static final ArchRule verifyingKnowsTheDocumentsAlone = noClasses()
            .that()
            .resideInAPackage("org.entente.commandline.verification")
            .should()
            .dependOnClassesThat(resideInAPackage("org.entente..")
                    .and(not(resideInAnyPackage(
                            "org.entente.commandline..",
                            "org.entente.agreements.keys..",
                            "org.entente.agreements.language..",
                            "org.entente.agreements.verification.."))));

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
