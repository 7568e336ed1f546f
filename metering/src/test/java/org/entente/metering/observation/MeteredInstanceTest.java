package org.entente.metering.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.terms.BillingCalendar;
import org.junit.jupiter.api.Test;

class MeteredInstanceTest {
    private static final Optional<TenantId> ACME = Optional.of(new TenantId("acme"));
    private static final Optional<AgreementId> AGREEMENT = Optional.of(new AgreementId("boreal-alba"));
    private static final String START = "2026-11-10T09:00:00Z";

    @Test
    void amountsThatMeanTheSameAreEqual() {
        assertThat(instance(ACME, Map.of(Meter.VCPU, new BigDecimal("2.0"), Meter.GPU, BigDecimal.ZERO), START))
                .isEqualTo(instance(ACME, Map.of(Meter.VCPU, new BigDecimal("2")), START));
    }

    @Test
    void onlyAnInstanceOfOurTenantUnderAnAgreementRunsAtAPartner() {
        assertThat(instance(ACME, AGREEMENT).runsAtPartner()).isTrue();
        assertThat(instance(ACME, Optional.empty()).runsAtPartner()).isFalse();
        assertThat(instance(Optional.empty(), AGREEMENT).runsAtPartner()).isFalse();
    }

    @Test
    void somebodyMustHaveAskedForIt() {
        assertRefused(() -> instance(Optional.empty(), Optional.empty()), "for a tenant or an agreement");
    }

    @Test
    void itMustHoldSomething() {
        assertRefused(() -> instance(ACME, Map.of(Meter.VCPU, BigDecimal.ZERO), START), "nothing that can be metered");
    }

    @Test
    void itHoldsNoNegativeAmount() {
        assertRefused(() -> instance(ACME, Map.of(Meter.VCPU, BigDecimal.ONE.negate()), START), "cannot hold -1");
    }

    @Test
    void aVolumeOfDataIsNotHeld() {
        assertRefused(() -> instance(ACME, Map.of(Meter.BYTES_IN, BigDecimal.ONE), START), "cannot hold 1 of BYTES_IN");
    }

    @Test
    void itStartsAtAWholeSecond() {
        assertRefused(
                () -> instance(ACME, Map.of(Meter.VCPU, BigDecimal.ONE), "2026-11-10T09:00:00.5Z"), "whole seconds");
    }

    private static void assertRefused(Runnable making, String because) {
        assertThatThrownBy(making::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }

    private static MeteredInstance instance(Optional<TenantId> tenant, Optional<AgreementId> agreement) {
        return instance(tenant, agreement, Map.of(Meter.VCPU, BigDecimal.TWO), START);
    }

    private static MeteredInstance instance(
            Optional<TenantId> tenant, Map<Meter, BigDecimal> amounts, String startedAt) {
        return instance(tenant, Optional.empty(), amounts, startedAt);
    }

    private static MeteredInstance instance(
            Optional<TenantId> tenant,
            Optional<AgreementId> agreement,
            Map<Meter, BigDecimal> amounts,
            String startedAt) {
        return new MeteredInstance(
                new InstanceId("vm-1"),
                new Place(new OperatorId("boreal"), new SiteId("nord")),
                Technology.OPENSTACK,
                tenant,
                agreement,
                amounts,
                new BillingCalendar(ZoneId.of("Europe/Paris")),
                Instant.parse(startedAt));
    }
}
