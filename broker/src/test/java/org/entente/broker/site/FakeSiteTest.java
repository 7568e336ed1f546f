package org.entente.broker.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import org.entente.agreements.language.InstanceId;
import org.junit.jupiter.api.Test;

/** The fake keeps the promises that the real adapters' contract asks of a site. */
class FakeSiteTest {
    private static final InstanceId ONE = new InstanceId("one");
    private static final InstanceId OTHER = new InstanceId("other");
    private static final Workload MACHINE = machine(FakeSite.FLAVOUR);

    private final FakeSite site = new FakeSite();

    @Test
    void repeatedCreateMakesNoSecond() {
        site.create(ONE, MACHINE);
        site.create(ONE, MACHINE);

        assertThat(site.made()).isEqualTo(1);
        assertThat(site.observe(ONE)).isInstanceOf(Observation.Running.class);
    }

    @Test
    void unknownInstanceIsAbsent() {
        assertThat(site.observe(ONE)).isEqualTo(new Observation.Absent());
    }

    @Test
    void deletedInstanceIsGoneAndCanBeDeletedAgain() {
        site.create(ONE, MACHINE);
        site.create(OTHER, MACHINE);

        site.delete(ONE);
        site.delete(ONE);

        assertThat(site.observe(ONE)).isEqualTo(new Observation.Absent());
        assertThat(site.observe(OTHER)).isInstanceOf(Observation.Running.class);
    }

    @Test
    void whatTheSiteLacksIsNotOffered() {
        assertThatExceptionOfType(SiteException.class)
                .isThrownBy(() -> site.create(ONE, machine("m9.huge")))
                .extracting(SiteException::code)
                .isEqualTo(SiteException.Code.NOT_OFFERED);
        assertThat(site.made()).isZero();
    }

    @Test
    void stoppedInstanceStandsStillUntilItIsStarted() {
        site.create(ONE, MACHINE);

        site.stop(ONE);
        assertThat(site.observe(ONE)).isInstanceOf(Observation.Stopped.class);

        site.start(ONE);
        assertThat(site.observe(ONE)).isInstanceOf(Observation.Running.class);
    }

    @Test
    void whatCarriesOurMarkIsListedAndCanBeRemoved() {
        site.create(ONE, MACHINE);

        assertThat(site.inventory()).extracting(MarkedResource::instance).containsExactly(ONE);
        site.inventory().forEach(site::discard);

        assertThat(site.inventory()).isEmpty();
    }

    @Test
    void lostAnswerLeavesWhatWasMade() {
        site.losesNextAnswer(new SiteException(SiteException.Code.UNREACHABLE, "No answer in time"));

        assertThatExceptionOfType(SiteException.class).isThrownBy(() -> site.create(ONE, MACHINE));

        assertThat(site.observe(ONE)).isInstanceOf(Observation.Running.class);
    }

    private static Workload machine(String flavour) {
        return new Workload.VirtualMachine(
                FakeSite.IMAGE, flavour, BigDecimal.ONE, new BigDecimal("2"), new BigDecimal("20"));
    }
}
