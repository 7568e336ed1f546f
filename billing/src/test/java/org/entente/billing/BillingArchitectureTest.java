package org.entente.billing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "org.entente", importOptions = ImportOption.DoNotIncludeTests.class)
class BillingArchitectureTest {
    private static final String BILLING = "org.entente.billing..";
    private static final String METERING = "org.entente.metering..";
    private static final String AGREEMENTS = "org.entente.agreements..";

    @ArchTest
    static final ArchRule whatBillingStandsOnNeverDependsOnIt = noClasses()
            .that()
            .resideInAnyPackage(AGREEMENTS, METERING)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BILLING);

    @ArchTest
    static final ArchRule billingDependsOnNoOtherModuleThanMeteringAndAgreements = noClasses()
            .that()
            .resideInAPackage(BILLING)
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("org.entente..")
                    .and(DescribedPredicate.not(
                            JavaClass.Predicates.resideInAnyPackage(BILLING, METERING, AGREEMENTS))));

    @ArchTest
    static final ArchRule slicesFormNoCycle =
            slices().matching("org.entente.billing.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule entitiesStayInTheirSlice = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .and()
            .resideInAPackage(BILLING)
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule noFieldIsBinaryFloatingPoint = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(BILLING)
            .should()
            .haveRawType(isFloating());

    @ArchTest
    static final ArchRule noMethodAnswersBinaryFloatingPoint = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(BILLING)
            .should()
            .haveRawReturnType(isFloating());

    @ArchTest
    static final ArchRule noMethodTakesBinaryFloatingPoint = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(BILLING)
            .should(takeNoFloating());

    @ArchTest
    static final ArchRule fieldsAreNotInjected = fields().that()
            .areDeclaredInClassesThat()
            .resideInAPackage(BILLING)
            .should()
            .notBeAnnotatedWith(jakarta.inject.Inject.class);

    @ArchTest
    static final ArchRule timeComesFromTheClock =
            noClasses().that().resideInAPackage(BILLING).should().callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule packagesAreNullMarked =
            classes().that().resideInAPackage(BILLING).should(resideInNullMarkedPackage());

    private static DescribedPredicate<JavaClass> isFloating() {
        return DescribedPredicate.describe(
                "binary floating point",
                type -> type.isEquivalentTo(double.class)
                        || type.isEquivalentTo(float.class)
                        || type.isEquivalentTo(Double.class)
                        || type.isEquivalentTo(Float.class));
    }

    private static ArchCondition<JavaCodeUnit> takeNoFloating() {
        return new ArchCondition<>("take no binary floating point") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                boolean takes = unit.getRawParameterTypes().stream().anyMatch(isFloating());
                events.add(new SimpleConditionEvent(unit, !takes, unit.getFullName() + " takes floating point"));
            }
        };
    }

    private static ArchCondition<JavaClass> resideInNullMarkedPackage() {
        return new ArchCondition<>("reside in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
            }
        };
    }
}
