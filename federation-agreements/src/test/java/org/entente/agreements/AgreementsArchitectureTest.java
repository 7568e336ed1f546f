package org.entente.agreements;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** Keeps the house: the language stays plain, slices have no cycles, nobody reads the clock by himself. */
@AnalyzeClasses(packages = "org.entente", importOptions = ImportOption.DoNotIncludeTests.class)
class AgreementsArchitectureTest {
    @ArchTest
    static final ArchRule LANGUAGE_AND_PRICING_ARE_PLAIN_JAVA = classes()
            .that()
            .resideInAnyPackage("..agreements.language..", "..agreements.pricing..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.math..",
                    "java.time..",
                    "java.util..",
                    "org.jspecify..",
                    "..agreements.language..",
                    "..agreements.pricing..");

    @ArchTest
    static final ArchRule DEPENDS_ON_NO_OTHER_MODULE = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("org.entente.metering..")
                    .or(resideInAPackage("org.entente.broker.."))
                    .or(resideInAPackage("org.entente.billing..")));

    @ArchTest
    static final ArchRule SLICES_HAVE_NO_CYCLES =
            slices().matching("org.entente.agreements.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_FLOATING_POINT =
            fields().should().notHaveRawType(double.class).andShould().notHaveRawType(float.class);

    @ArchTest
    static final ArchRule NOBODY_READS_THE_CLOCK_BY_HIMSELF =
            noClasses().should().callMethod(Instant.class, "now");
}
