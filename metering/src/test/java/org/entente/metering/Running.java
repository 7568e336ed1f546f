package org.entente.metering;

import static org.entente.metering.KnownAgreements.PARIS;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.TenantId;
import org.entente.metering.observation.MeteredInstance;

/** Instances for tests, each with an id of its own: two vCPU and half a GiB of memory. */
public final class Running {
    public static final Map<Meter, BigDecimal> AMOUNTS =
            Map.of(Meter.VCPU, new BigDecimal("2"), Meter.MEMORY, new BigDecimal("0.5"));
    public static final TenantId ACME = new TenantId("acme");

    private Running() {}

    public static InstanceId freshInstance() {
        return new InstanceId("vm-" + UUID.randomUUID());
    }

    public static AgreementId freshAgreement() {
        return new AgreementId("boreal-alba-" + UUID.randomUUID());
    }

    /** An own tenant's instance on an own site. */
    public static MeteredInstance own(InstanceId instance, String startedAt) {
        return instance(instance, Peers.ALBA, Optional.of(ACME), Optional.empty(), startedAt);
    }

    /** As the host meters it. */
    public static MeteredInstance atHost(InstanceId instance, AgreementId agreement, String startedAt) {
        return instance(instance, Peers.BOREAL, Optional.empty(), Optional.of(agreement), startedAt);
    }

    /** As the home operator meters it. */
    public static MeteredInstance atHome(InstanceId instance, AgreementId agreement, String startedAt) {
        return instance(instance, Peers.BOREAL, Optional.of(ACME), Optional.of(agreement), startedAt);
    }

    private static MeteredInstance instance(
            InstanceId instance,
            OperatorId operator,
            Optional<TenantId> tenant,
            Optional<AgreementId> agreement,
            String startedAt) {
        return new MeteredInstance(
                instance,
                new Place(operator, new SiteId("nord")),
                Technology.OPENSTACK,
                tenant,
                agreement,
                AMOUNTS,
                PARIS,
                Instant.parse(startedAt));
    }
}
