package org.entente.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.util.List;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Technology;
import org.entente.broker.openstack.OpenStackSite;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.Observation;
import org.entente.broker.site.Site;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.Workload;
import org.entente.simulator.process.RunningSimulator;
import org.junit.jupiter.api.Test;

final class SimulatedOpenStackIT extends SimulatedSiteContract {
    private final Endpoint endpoint;

    SimulatedOpenStackIT(RunningSimulator simulator) {
        super(simulator, "contract-openstack");
        this.endpoint = endpointOf(siteName());
    }

    private Endpoint endpointOf(String site) {
        return new Endpoint(
                simulator().address().resolve("/openstack/" + site + "/identity/v3"),
                "simulator@simulator",
                "simulator",
                "RegionOne");
    }

    @Override
    Technology technology() {
        return Technology.OPENSTACK;
    }

    @Override
    Endpoint endpoint() {
        return endpoint;
    }

    @Override
    Workload workload() {
        return Machines.tiny();
    }

    @Override
    List<Workload> notOffered() {
        return Machines.notOffered();
    }

    @Override
    int count(InstanceId instance) {
        return new PlainOpenStack(endpoint).count("entente-" + instance);
    }

    @Test
    void everySiteOffersWhatTheLabDoes() {
        SiteCapabilities capabilities = site().probe();

        assertThat(capabilities.images().names()).contains("cirros");
        assertThat(capabilities.flavours())
                .contains(
                        new SiteCapabilities.Flavour("m1.tiny", BigDecimal.ONE, new BigDecimal("0.5"), BigDecimal.ONE))
                .contains(new SiteCapabilities.Flavour(
                        "m1.small", BigDecimal.ONE, new BigDecimal("2"), new BigDecimal("20")))
                .contains(new SiteCapabilities.Flavour(
                        "m1.medium", new BigDecimal("2"), new BigDecimal("4"), new BigDecimal("40")));
    }

    @Test
    void runningServerTellsItsAddress() {
        InstanceId instance = fresh();
        site().create(instance, workload());
        awaitRunning(instance);

        assertThat(site().observe(instance))
                .isInstanceOfSatisfying(
                        Observation.Running.class,
                        running -> assertThat(running.address())
                                .hasValueSatisfying(
                                        address -> assertThat(address).startsWith("10.")));
    }

    @Test
    void expiredTokenIsRenewedOnTheWay() {
        InstanceId instance = fresh();
        site().create(instance, workload());

        simulator()
                .call()
                .delete("/simulator/sites/{site}/tokens", siteName())
                .then()
                .statusCode(204);

        awaitRunning(instance);
    }

    /** The seeded shape of this site is the smallest that offers m1.xlarge: two hosts of 16 processors. */
    @Test
    void serverWithoutRoomFailsWithTheReason() {
        Site crowded = new OpenStackSite(endpointOf("crowded-32"));
        Workload large = new Workload.VirtualMachine(
                "cirros", "m1.xlarge", new BigDecimal("8"), new BigDecimal("16"), new BigDecimal("160"));
        for (int used = 0; used < 32; used += 8) {
            crowded.create(fresh(), large);
        }
        InstanceId oneTooMany = fresh();

        crowded.create(oneTooMany, large);

        await().atMost(patience())
                .until(() -> crowded.observe(oneTooMany) instanceof Observation.Failed failed
                        && failed.reason().startsWith("No valid host was found"));
    }

    @Test
    void unknownRegionIsBroken() {
        Endpoint elsewhere = new Endpoint(endpoint.address(), endpoint.account(), endpoint.secret(), "RegionTwo");

        assertRefused(SiteException.Code.BROKEN, () -> new OpenStackSite(elsewhere).probe());
    }
}
