package org.entente.broker;

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

/** Keeps the house: the broker never knows billing or the simulator, its slices have no cycles, its core stays pure. */
@AnalyzeClasses(packages = "org.entente", importOptions = ImportOption.DoNotIncludeTests.class)
class BrokerArchitectureTest {
    @ArchTest
    static final ArchRule NEVER_KNOWS_BILLING_OR_A_SIMULATOR = noClasses()
            .that()
            .resideInAPackage("org.entente.broker..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.entente.billing..").or(resideInAPackage("org.entente.simulator..")));

    @ArchTest
    static final ArchRule NOBODY_BELOW_KNOWS_THE_BROKER = noClasses()
            .that()
            .resideInAnyPackage("org.entente.agreements..", "org.entente.metering..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.entente.broker.."));

    @ArchTest
    static final ArchRule SLICES_HAVE_NO_CYCLES =
            slices().matching("org.entente.broker.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PLACEMENT_IS_PURE = classes()
            .that()
            .resideInAPackage("..broker.placement..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.math..",
                    "java.time..",
                    "java.util..",
                    "org.jspecify..",
                    "..agreements.document..",
                    "..agreements.language..",
                    "..agreements.document..",
                    "..broker.site..",
                    "..broker.placement..");

    @ArchTest
    static final ArchRule ENTITIES_OF_ORDERS_NEVER_REACH_A_SITE_ADAPTER = noClasses()
            .that()
            .resideInAnyPackage("..broker.openstack..", "..broker.kubernetes..")
            .should()
            .dependOnClassesThat(resideInAPackage("..broker.order.."));

    @ArchTest
    static final ArchRule NO_FLOATING_POINT = fields().that()
            .areDeclaredInClassesThat()
            .resideInAPackage("org.entente.broker..")
            .and()
            .areDeclaredInClassesThat()
            // A point on the earth is no money.
            .haveNameNotMatching(".*\\.placement\\.(PositionColumns\\$Point|Distance)")
            .should()
            .notHaveRawType(double.class)
            .andShould()
            .notHaveRawType(float.class);

    @ArchTest
    static final ArchRule NOBODY_READS_THE_CLOCK_BY_HIMSELF =
            noClasses().that().resideInAPackage("org.entente.broker..").should().callMethod(Instant.class, "now");
}
